"""Makes resources/regions.tsv from a copy of db/wilayah.sql of https://github.com/cahyadsn/wilayah (MIT).

python packaging/regions.py wilayah.sql > resources/regions.tsv
"""

import re
import sys
from pathlib import Path

ROW = re.compile(r"\('(\d\d(?:\.\d\d)?)','([^']+)'\)|^(\d\d(?:\.\d\d)?)\t([^\t]+)\t", re.MULTILINE)
KIND = re.compile(r"^(Kabupaten|Kota)\s+(?:Administrasi\s+)?")

print(
    "# Keputusan Mendagri 300.2.2-2430/2025: code, name, kind; by cahyadsn/wilayah b7ad440, MIT: NOTICES.md"
)
for match in ROW.finditer(Path(sys.argv[1]).read_text(encoding="utf-8")):
    code, name = (part for part in match.groups() if part)
    kind = KIND.match(name)
    told = kind.group(1).lower() if kind else "provinsi"
    print(code, KIND.sub("", name).strip(), told, sep="\t")
