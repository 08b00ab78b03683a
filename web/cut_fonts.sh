#!/usr/bin/env bash
# Cuts the fonts of the page to the scripts it needs and writes them to assets/fonts. By hand, when the list
# below changes; the results are in the repository, so that a build needs no font packages.
# Needs: fonts-inter fonts-noto-core libharfbuzz-bin
set -euo pipefail
cd "$(dirname "$0")/../assets/fonts"

latin=20-7E,A0-17F,192,218-21B,259,2C6,2C7,2D8-2DD,300-30C,327,328,1E00-1EFF
greek=37E,384-38A,38C,38E-3A1,3A3-3CE
cyrillic=400-45F,490,491
punctuation=2002-200A,2010-2015,2018-2022,2026,202F,2030,2032,2033,2039,203A,2044,2070,2074-2079,2080-2089
signs=20AC,20B9,20BA,20BD,20BF,2116,2122,2126,212E,2212,2215,2219,221A,221E,2248,2260,2264,2265,FB01,FB02,FFFD
shapes=2190-2199,21B5,25A0,25A1,25AA,25B2,25B3,25B6,25B8,25BA,25BC,25BD,25BE,25C0,25C6,25C7,25CB,25CF,25E6,2713,2717
text=$latin,$greek,$cyrillic,$punctuation,$signs,$shapes

cut() { # FILE OUT CODE-POINTS
  # ImGui places glyphs by their advance alone: hints and layout tables would be dead weight.
  hb-subset --font-file="/usr/share/fonts/$1" --output-file="$2" --no-hinting --layout-features-='*' \
    --name-IDs=0,1,2,5,13,14 --unicodes="$3"
}
cut opentype/inter/Inter-Regular.otf sans.ttf $text
cut opentype/inter/Inter-SemiBold.otf sans-strong.ttf $text
cut truetype/noto/NotoSerif-Regular.ttf serif.ttf $text
cut truetype/noto/NotoSansSymbols2-Regular.ttf signs.ttf 25D0,25D1,26A0,2690,2691,279C,2794,1F50D
cut truetype/noto/NotoSansMath-Regular.ttf arrows.ttf 21C4,21D2,21D4,2234,27F7
ls -l
