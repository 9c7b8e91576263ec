#!/usr/bin/env python3
"""Puts what an earlier program left into one archive and the tables that are read beside it; see README.md.

assemble.py WORK OUT, where WORK holds rehearse/SAMPLE/{evidence.zip} with SAMPLE.out, packs/DEAL.zip with
heads-of-walked.tsv, h2/, h2-killed/, postgresql/, and look/, look-killed/, look-postgresql/ as WalkedDeals wrote them.
"""
import hashlib, io, json, lzma, os, re, shutil, sys, tarfile, zipfile

work, out = sys.argv[1:3]
sha = lambda b: hashlib.sha256(b).hexdigest()
os.makedirs(out, exist_ok=True)
members = {}                                   # name in the archive -> bytes or path
heads = []

for name in sorted(f[:-4] for f in os.listdir(work + "/rehearse") if f.endswith(".out")):
    text = open(f"{work}/rehearse/{name}.out", encoding="utf-8").read()
    heads.append((name + ".zip", name, re.search(r"^head: ([0-9a-f]{64})$", text, re.M).group(1)))
    members[f"packs/{name}.zip"] = open(f"{work}/rehearse/{name}/evidence.zip", "rb").read()
for line in open(f"{work}/packs/heads-of-walked.tsv", encoding="utf-8"):
    deal, head = line.rstrip("\n").split("\t")
    name = deal + "-walked.zip"
    heads.append((name, deal, head))
    members["packs/" + name] = open(f"{work}/packs/{deal}.zip", "rb").read()

# One of each paper, the longest that stands in a pack.
papers = {}
for pack, _, _ in heads:
    with zipfile.ZipFile(io.BytesIO(members["packs/" + pack])) as z:
        for d in json.loads(z.read("documents.json")):
            names = [n for n in z.namelist() if n.startswith("documents/") and n.endswith(".pdf")
                     and sha(z.read(n)) == d["pdfSha256"]]
            code = names[0][len("documents/"):-4]
            if code not in papers or papers[code][1] < d["pages"]:
                papers[code] = (pack, d["pages"], z.read(names[0]), z.read(f"documents/{code}.xhtml"))
with open(out + "/papers.tsv", "w", encoding="utf-8") as t:
    t.write("paper\tpack\tpages\tpdf\txhtml\n")
    for code, (pack, pages, pdf, xhtml) in sorted(papers.items()):
        members[f"papers/{code}.pdf"], members[f"papers/{code}.xhtml"] = pdf, xhtml
        t.write(f"{code}\t{pack}\t{pages}\t{sha(pdf)}\t{sha(xhtml)}\n")
with open(out + "/heads.tsv", "w", encoding="utf-8") as t:
    t.write("pack\tdeal\thead\n")
    t.writelines("\t".join(h) + "\n" for h in heads)

for folder in ("postgresql", "h2", "h2-killed"):
    for f in sorted(os.listdir(f"{work}/{folder}")) if os.path.isdir(f"{work}/{folder}") else ():
        members[f"{folder}/{f}"] = open(f"{work}/{folder}/{f}", "rb").read()

for look, suffix in (("look", ""), ("look-killed", "-killed"), ("look-postgresql", "-postgresql")):
    if os.path.isdir(f"{work}/{look}"):
        for table in ("deals", "approvals"):
            shutil.copy(f"{work}/{look}/{table}.tsv", f"{out}/{table}{suffix}.tsv")
shutil.copy(f"{work}/look/drafts.jsonl", out)
shutil.copytree(f"{work}/look/facts", f"{out}/facts", dirs_exist_ok=True)

filters = [{"id": lzma.FILTER_LZMA2, "preset": 3, "dict_size": 192 << 20}]
with lzma.open(f"{out}/left-behind.tar.xz", "wb", filters=filters) as xz, tarfile.open(fileobj=xz, mode="w") as tar:
    for name, data in members.items():
        info = tarfile.TarInfo(name)
        info.size = len(data)
        tar.addfile(info, io.BytesIO(data))
with open(out + "/SHA256SUMS", "w", encoding="utf-8") as t:
    t.writelines(f"{sha(data)}  {name}\n" for name, data in members.items())
