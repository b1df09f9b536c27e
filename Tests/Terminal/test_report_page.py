"""The page that `.report -o` writes, in a real browser: a fact lights up its sentence, without network, for everybody."""

import json
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
from html.parser import HTMLParser

from terminal import REPOSITORY, TERCET, Home

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

# Runs in the page: looks at every link, then walks to the first with the keyboard's focus and with the mouse.
PROBE = """
<script>
const result = {links: 0, dangling: [], lit: null, litAfter: null, hovered: null, target: null, contrast: [], unnamed: 0};
function luminance(color) {
  const [r, g, b] = color.match(/[0-9.]+/g).map(Number).map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function background(element) {
  for (let e = element; e; e = e.parentElement) {
    const color = getComputedStyle(e).backgroundColor;
    if (!/, 0\\)$/.test(color)) return color;
  }
  return 'rgb(255, 255, 255)';
}
function contrast(element) {
  const [a, b] = [luminance(getComputedStyle(element).color), luminance(background(element))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
const links = [...document.querySelectorAll('aside a')];
result.links = links.length;
for (const link of links) {
  if (!document.getElementById(link.hash.slice(1))) result.dangling.push(link.textContent);
  if (!link.textContent.trim()) result.unnamed++;
}
const first = links[0], sentence = document.getElementById(first.hash.slice(1));
const before = getComputedStyle(sentence).backgroundColor;
// A page in a window without focus gets no events of it: what a key would do is done by hand.
first.focus();
result.focusable = document.activeElement === first;
if (!document.hasFocus()) first.dispatchEvent(new FocusEvent('focus'));
result.lit = getComputedStyle(sentence).backgroundColor !== before;
first.blur();
if (!document.hasFocus()) first.dispatchEvent(new FocusEvent('blur'));
result.litAfter = getComputedStyle(sentence).backgroundColor !== before;
first.dispatchEvent(new MouseEvent('mouseenter'));
result.hovered = getComputedStyle(sentence).backgroundColor !== before;
first.dispatchEvent(new MouseEvent('mouseleave'));
location.hash = first.hash;
result.target = getComputedStyle(sentence).backgroundColor !== before;
for (const selector of ['body', 'aside a', 'mark', 'header p', 'small']) {
  const element = document.querySelector(selector);
  if (element) result.contrast.push([selector, contrast(element)]);
}
result.network = performance.getEntriesByType('resource').length;
result.width = document.documentElement.scrollWidth <= window.innerWidth;
document.documentElement.setAttribute('data-result', JSON.stringify(result));
</script>
"""


class Outline(HTMLParser):
    """Headings, landmarks and references of a page."""

    def __init__(self):
        super().__init__()
        self.headings, self.landmarks, self.references, self.language = [], [], [], None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "html":
            self.language = attributes.get("lang")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag in ("main", "aside", "header"):
            self.landmarks.append((tag, attributes.get("aria-label")))
        self.references += [attributes[name] for name in ("src", "href") if name in attributes]


class ReportPageTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="tercet-page-"))
        cls.page = cls.folder / "page.html"
        home = Home()
        subprocess.run(
            [TERCET, REPOSITORY / "seeds", "-c", f".report -o {cls.page}"],
            check=True, capture_output=True, env=home.environment(), timeout=120,
        )
        home.remove()

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder, ignore_errors=True)

    def test_it_needs_nothing_else_and_has_an_outline(self):
        outline = Outline()
        outline.feed(self.page.read_text())
        self.assertEqual(outline.language, "en")
        self.assertEqual(outline.headings[0], 1)
        self.assertTrue(all(b - a <= 1 for a, b in zip(outline.headings, outline.headings[1:])))
        self.assertEqual(outline.landmarks, [("header", None), ("main", "Report"), ("aside", "What was read")])
        self.assertTrue(outline.references)
        self.assertTrue(all(reference.startswith("#") for reference in outline.references))

    @unittest.skipUnless(BROWSER, "skipped: no Chromium (apt-get install chromium)")
    def test_a_fact_lights_up_its_sentence_in_a_browser(self):
        for size in ("1200,900", "420,800"):
            probed = self.folder / "probed.html"
            probed.write_text(self.page.read_text().replace("</body>", PROBE + "</body>"))
            result = subprocess.run(
                [
                    BROWSER, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                    f"--user-data-dir={self.folder / 'profile'}", f"--window-size={size}",
                    "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=2000", "--dump-dom",
                    probed.as_uri(),
                ],
                capture_output=True, timeout=120,
            )
            found = re.search(r'data-result="([^"]*)"', result.stdout.decode())
            self.assertIsNotNone(found, result.stderr.decode()[-2000:])
            seen = json.loads(found.group(1).replace("&quot;", '"'))
            self.assertGreater(seen["links"], 10)
            self.assertEqual(seen["dangling"], [])
            self.assertEqual(seen["unnamed"], 0)
            self.assertTrue(seen["focusable"])
            self.assertTrue(seen["lit"], "the keyboard's focus lights the sentence up")
            self.assertFalse(seen["litAfter"], "and only as long as it is there")
            self.assertTrue(seen["hovered"], "so does the mouse")
            self.assertTrue(seen["target"], "and choosing it keeps it lit")
            self.assertEqual(seen["network"], 0)
            self.assertTrue(seen["width"], "nothing is cut at the side")
            # Source: WCAG 2.2, success criterion 1.4.3.
            for selector, contrast in seen["contrast"]:
                self.assertGreaterEqual(contrast, 4.5, selector)


if __name__ == "__main__":
    unittest.main()
