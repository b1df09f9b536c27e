"""Words as the parser sees them: fixed hashes of their spelling. Sources/English/Model/WordFeatures.swift computes the same."""

import zlib

SUFFIX2, SUFFIX3, PREFIX3, SHAPE, GRAMS = 4096, 4096, 4096, 1024, 16384

QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "`": "'", "‐": "-", "‑": "-"})


def bucket(text, size):
    """The CRC-32 (zlib's) of the UTF-8 bytes, modulo a power of two."""
    return zlib.crc32(text.encode("utf-8")) % size


def normalized(form):
    """Typographic quotes made plain, every character lower-cased on its own, ASCII digits replaced by 0."""
    plain = "".join(character.lower() for character in form.translate(QUOTES))
    return "".join("0" if "0" <= character <= "9" else character for character in plain)


def shape(form):
    """X for an upper-case letter, x for another letter, d for an ASCII digit, other characters as they are; runs cut to four."""
    out = []
    run = 0
    for character in form:
        if "0" <= character <= "9":
            mark = "d"
        elif character.isalpha():
            mark = "X" if character.lower() != character else "x"
        else:
            mark = character
        run = run + 1 if out and out[-1] == mark else 1
        if run <= 4:
            out.append(mark)
    return "".join(out)


def spelling(form):
    """(normalized word, suffix-2, suffix-3, prefix-3 and shape buckets, 3- and 4-gram buckets) of a form."""
    word = normalized(form)
    # Long strings (URLs, base64) are cut, so that the work a word costs is bounded.
    cut = word[:64]
    framed = "^" + cut + "$"
    grams = [
        bucket(framed[i : i + n], GRAMS) for n in (3, 4) for i in range(len(framed) - n + 1)
    ]
    return (
        word,
        bucket(word[-2:], SUFFIX2),
        bucket(word[-3:], SUFFIX3),
        bucket(word[:3], PREFIX3),
        bucket(shape(form[:64]), SHAPE),
        grams or [bucket(framed, GRAMS)],
    )
