"""Draws the samples that the keys in Tests/Keys judge: draw-sample.py {reports|cued|plain|reported|unreported} SEED N [KEY ...]
[--sentences KEY ...] [--words KEY ...].

Reports that one of the keys speaks of are left out; of those behind --sentences, only the sentences; of those behind --words,
the sentences that hold words of a row or are held by them, however they were cut. draw-sample.py lines SEED N draws from the
lines of standard input, each by its own hash, so that a list that changes a little gives a sample that changes a little."""
import hashlib, random, re, glob, os, sys
NEWS = os.path.join(os.environ.get('TERCET_DATA', '../shared'), 'news')
def sentences(path):
    text=open(path,encoding='utf-8').read()
    pos=0; out=[]
    for line in text.split('\n'):
        start=pos; pos+=len(line)+1
        if not line.strip() or len(line)<40: continue
        # break after .?! (and closing quotes) before space + capital/quote/digit; not after initials and common titles
        last=0
        for m in re.finditer(r'[.?!…]["”’\')\]]*\s+(?=["“\'‘(]?[A-Z0-9])', line):
            head=line[last:m.start()+1]
            if re.search(r'\b(Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sen|Rep|Gov|Prof|No|Inc|Jr|Sr|vs|U\.S|U\.K|[A-Z])\.$', head): continue
            end=m.end()
            s=line[last:end].strip()
            if s: out.append((start+line.index(s,last), s))
            last=end
        s=line[last:].strip()
        if s: out.append((start+line.index(s,last), s))
    return out
files=sorted(f for f in glob.glob(NEWS+'/*.txt'))
def body(f): 
    return [s for s in sentences(f)[1:] if len(s[1].split())>=6]
CUE=re.compile(r"\b(not|n't|never|no|none|neither|nor|may|might|could|can|would|should|must|will|if|unless|until|perhaps|probably|likely|unlikely|apparently|seem\w*|appear\w*|allegedly|reportedly|plan\w*|want\w*|hope\w*|seek\w*|urg\w+|demand\w*|propos\w*|agree\w*|fail\w*|refus\w*|declin\w*|den(?:y|ied|ies)|intend\w*|expect\w*|threat\w*|call(?:ed|s|ing)? for|to be|scheduled|consider\w*|try|tried|trying|without|alleged|suspected|doubt\w*|able|unable)\b|n't",re.I)
SAY=re.compile(r"\b(said|says|say|told|tells|stated|states|according to|announced|reported|claimed|added|tweeted|wrote|explained|warned|argued|insisted|confirmed|noted|declared|commented|described|called|think|thinks|believe\w*)\b|[“\"]",re.I)
if __name__=='__main__':
    which, seed, n = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    if which=='lines':
        lines=sys.stdin.read().splitlines()
        rank=lambda line: hashlib.sha256(f"{seed}\t{line}".encode()).hexdigest()
        chosen=set(sorted(lines,key=rank)[:n])
        print(*(line for line in lines if line in chosen),sep="\n")
        sys.exit()
    keys=sys.argv[4:]
    rows=lambda keys: [line.rstrip('\n').split('\t') for key in keys for line in open(key,encoding='utf-8') if not line.startswith('#')]
    words=keys.index('--words') if '--words' in keys else len(keys)
    held=[cell for row in rows(keys[words+1:]) for cell in row if len(cell)>14 and not cell.endswith('.txt')]
    keys=keys[:words]
    split=keys.index('--sentences') if '--sentences' in keys else len(keys)
    used={row[0] for row in rows(keys[:split])}
    read={cell for row in rows(keys[split+1:]) for cell in row}
    files=[f for f in files if os.path.basename(f) not in used]
    rng=random.Random(seed)
    if which=='reports':
        for f in sorted(rng.sample(files,n)): print(os.path.basename(f))
        sys.exit()
    pool=[(os.path.basename(f),b,s) for f in files for b,s in body(f) if s not in read and not any(cell in s or s in cell for cell in held)]
    if which in('reported','cued'): pool=[p for p in pool if (SAY if which=='reported' else CUE).search(p[2])]
    if which=='unreported': pool=[p for p in pool if not SAY.search(p[2])]
    if which=='plain': pool=[p for p in pool if not CUE.search(p[2])]
    for i,(f,b,s) in enumerate(rng.sample(pool,n)): print(f"{i}\t{f}\t{b}\t{s}")
