#!/usr/bin/env python3
"""Makes vendors.tsv, products.tsv and threat_groups.tsv under assets/lexicons from public lists of names.

    python3 core/training/derive_gazetteers.py LISTS WORDS... --out assets/lexicons

LISTS holds kev/vendor-product.tsv (CISA's Known Exploited Vulnerabilities, CC0) and misp-galaxy/*.json (MISP galaxy,
CC0 or BSD-2-Clause). WORDS are CoNLL-U files: a name that is an ordinary word of theirs in lower case is left out,
because it would be found where nobody is named. The files are committed; run this only to renew them.
"""

import argparse
import json
import re
from collections import Counter
from pathlib import Path

# Makers that the lists lack or give without a country: name, other names, country.
COMPANIES = """
Microsoft|Microsoft Corp.;MSFT|US
Google||US
Alphabet||US
Apple||US
Amazon|Amazon Web Services;AWS|US
Facebook||US
Meta|Meta Platforms|US
Twitter||US
LinkedIn||US
WhatsApp||US
Instagram||US
YouTube||US
Yahoo|Yahoo!|US
Netflix||US
Uber||US
Airbnb||US
Tesla||US
IBM||US
Intel||US
AMD||US
Nvidia|NVIDIA|US
Qualcomm||US
Broadcom||US
Cisco|Cisco Systems|US
Cisco Talos|Talos|US
Oracle||US
Dell|Dell EMC;EMC|US
HP|Hewlett-Packard;Hewlett Packard;HPE;Hewlett Packard Enterprise|US
Adobe|Adobe Systems|US
Salesforce||US
VMware|VMWare|US
Citrix||US
Juniper|Juniper Networks|US
Fortinet|FortiGuard Labs|US
Palo Alto Networks|Unit 42|US
Check Point|Check Point Software;Check Point Research|IL
FireEye||US
Mandiant||US
CrowdStrike|Crowdstrike|US
Symantec||US
NortonLifeLock|Norton|US
McAfee|McAfee Labs|US
Trend Micro|TrendMicro|JP
Kaspersky|Kaspersky Lab;Kaspersky Labs|RU
ESET||SK
Avast||CZ
AVG||CZ
Avira||DE
Bitdefender||RO
Sophos|SophosLabs|GB
F-Secure|WithSecure|FI
G DATA||DE
Malwarebytes||US
Proofpoint||US
Mimecast||GB
Recorded Future||US
RiskIQ||US
Rapid7||US
Qualys||US
Tenable||US
Secureworks|SecureWorks|US
Dragos||US
Claroty||IL
SentinelOne||US
Group-IB||SG
Positive Technologies||RU
Doctor Web|Dr.Web|RU
Yandex||RU
Rostelecom||RU
Mail.ru||RU
VKontakte|VK|RU
Gazprom||RU
Rosneft||RU
Huawei||CN
ZTE||CN
Lenovo||CN
Xiaomi||CN
Tencent||CN
Alibaba||CN
Baidu||CN
ByteDance||CN
TikTok||CN
DJI||CN
Hikvision||CN
Dahua||CN
TP-Link||CN
Qihoo 360|360 Netlab|CN
Samsung|Samsung Electronics|KR
LG||KR
SK Telecom||KR
Sony|Sony Pictures|JP
Toshiba||JP
Fujitsu||JP
Hitachi||JP
NEC||JP
Panasonic||JP
Mitsubishi||JP
Nintendo||JP
Toyota||JP
Honda||JP
Nissan||JP
D-Link||TW
ASUS|Asus;ASUSTeK|TW
Acer||TW
QNAP||TW
Synology||TW
MediaTek||TW
Siemens||DE
SAP||DE
Bosch||DE
BMW||DE
Volkswagen|VW|DE
Deutsche Bank||DE
Deutsche Telekom||DE
TeamViewer||DE
Airbus||FR
Thales||FR
Schneider Electric||FR
Orange||FR
Philips||NL
Gemalto||NL
ABB||CH
Nokia||FI
Ericsson||SE
Spotify||SE
Maersk||DK
Vodafone||GB
BT|British Telecom|GB
TalkTalk||GB
British Airways||GB
BAE Systems||GB
HSBC||GB
Barclays||GB
NCC Group||GB
Darktrace||GB
BlackBerry||CA
Bombardier||CA
NSO Group|NSO|IL
Cellebrite||IL
Verint||IL
Hacking Team||IT
FinFisher|Gamma Group|DE
SolarWinds||US
Kaseya||US
Accellion||US
Zoom||US
Slack||US
Dropbox||US
GitHub||US
GitLab||US
Atlassian||AU
Okta||US
Twilio||US
Cloudflare||US
Akamai||US
GoDaddy||US
Equifax||US
Experian||IE
TransUnion||US
Target||US
Marriott||US
Walmart||US
Verizon||US
AT&T||US
T-Mobile||DE
Comcast||US
Sprint||US
Lockheed Martin||US
Boeing||US
Raytheon||US
Northrop Grumman||US
General Electric|GE|US
Honeywell||US
Rockwell Automation||US
Emerson||US
Johnson Controls||US
Medtronic||US
Pfizer||US
Colonial Pipeline||US
JPMorgan|JPMorgan Chase;JP Morgan|US
Goldman Sachs||US
Citigroup|Citibank|US
Bank of America||US
Wells Fargo||US
Capital One||US
PayPal||US
Visa||US
Mastercard|MasterCard|US
American Express||US
SWIFT||BE
eBay||US
Mozilla||US
Red Hat||US
Canonical||GB
SUSE||DE
Apache||US
WordPress||US
Automattic||US
Pulse Secure||US
Ivanti||US
SonicWall||US
F5|F5 Networks|US
Barracuda|Barracuda Networks|US
Zyxel|ZyXEL|TW
Netgear|NETGEAR|US
MikroTik||LV
Ubiquiti||US
Progress Software|Progress|US
Fox-IT||NL
Zscaler|ZScaler;ThreatLabZ|US
Intel 471|Intel471|US
Flashpoint||US
Imperva||US
Booz Allen Hamilton|Booz Allen|US
Accenture||IE
Deloitte||GB
KPMG||NL
PwC|PricewaterhouseCoopers|GB
Cambridge Analytica||GB
Wikileaks|WikiLeaks|
Wikipedia||
Reddit||US
Telegram||
"""

# Products whose name does not hold the vendor's: name, other names, vendor.
PRODUCTS = """
Windows|Windows 10;Windows 7;Windows XP;Windows Server;Windows 11;Windows 8|Microsoft
Office|Microsoft Office;Office 365;Microsoft 365|Microsoft
Outlook||Microsoft
Word|Microsoft Word|Microsoft
Excel|Microsoft Excel|Microsoft
PowerPoint||Microsoft
PowerShell||Microsoft
Exchange|Exchange Server;Microsoft Exchange|Microsoft
SharePoint||Microsoft
Azure||Microsoft
Internet Explorer||Microsoft
Edge|Microsoft Edge|Microsoft
Active Directory||Microsoft
Skype||Microsoft
Teams|Microsoft Teams|Microsoft
Xbox||Microsoft
Windows Defender|Microsoft Defender|Microsoft
Android||Google
Chrome|Google Chrome|Google
Chromium||Google
Gmail||Google
Google Play|Play Store;Google Play Store|Google
Google Drive||Google
Google Docs||Google
iOS||Apple
iPhone||Apple
iPad||Apple
macOS|Mac OS X;OS X;MacOS|Apple
Safari||Apple
iCloud||Apple
iMessage||Apple
App Store||Apple
iTunes||Apple
Flash|Adobe Flash;Flash Player;Adobe Flash Player|Adobe
Acrobat|Adobe Reader;Adobe Acrobat;Acrobat Reader|Adobe
ColdFusion||Adobe
Firefox||Mozilla
Thunderbird||Mozilla
Linux||
Ubuntu||Canonical
Debian||
OpenSSL||
OpenSSH||
Java||Oracle
WebLogic||Oracle
MySQL||Oracle
VirtualBox||Oracle
Log4j||Apache
Struts|Apache Struts|Apache
Tomcat|Apache Tomcat|Apache
Docker||
Kubernetes||
Jenkins||
Drupal||
Joomla||
Magento||
phpMyAdmin||
Orion|Orion Platform|SolarWinds
MOVEit|MOVEit Transfer|Progress Software
GoAnywhere||
PAN-OS|GlobalProtect|Palo Alto Networks
FortiOS|FortiGate;FortiManager|Fortinet
Confluence||Atlassian
Jira|JIRA|Atlassian
Bitbucket||Atlassian
NetScaler||Citrix
ESXi|vCenter;vSphere|VMware
CCleaner||Avast
M.E.Doc||
Metasploit||Rapid7
Cobalt Strike||
Mimikatz||
PsExec||Microsoft
Tor|Tor Browser|
Bitcoin||
Monero||
Ethereum||
Pegasus||NSO Group
Signal||
Alexa||Amazon
PlayStation||Sony
VPNFilter||
"""

MALWARE = """
WannaCry|WannaCrypt;Wannacry
NotPetya|ExPetr;Nyetya
Petya
Emotet
TrickBot|Trickbot
Ryuk
Conti
REvil|Sodinokibi
DarkSide
LockBit|Lockbit
BlackCat|ALPHV
Maze
Locky
CryptoLocker
SamSam
GandCrab
Bad Rabbit|BadRabbit
Stuxnet
Duqu
Flame
Shamoon
Triton|TRISIS;Trisis
Industroyer|CrashOverride;CRASHOVERRIDE
BlackEnergy
Mirai
Zeus|ZeuS
Dridex
QakBot|Qakbot;QBot
IcedID
Ursnif|Gozi
Agent Tesla|AgentTesla
FormBook
RedLine
Raccoon
Gh0st RAT|Gh0st
PlugX
Poison Ivy|PoisonIvy
njRAT
NanoCore
Remcos
Sality
Conficker
EternalBlue
DoublePulsar
Heartbleed
Meltdown
Spectre
Shellshock
POODLE
KRACK
BlueKeep
Log4Shell
ProxyLogon
ProxyShell
PrintNightmare
Zerologon
Sunburst|SUNBURST
Olympic Destroyer
HermeticWiper
WhisperGate
AcidRain
Cyclops Blink
Snake
X-Agent|XAgent
Regin
Carbanak
Trickster
BazarLoader|BazarBackdoor
SmokeLoader
Joker
FluBot
Anatsa
Cerberus
Gustuff
Ginp
Hajime
Reaper
Satori
Necurs
Kovter
Ramnit
Hancitor
Gootkit
Vidar
AZORult|Azorult
LokiBot|Loki
CobInt
ShadowPad
Winnti
Crimson RAT
NetWire
QuasarRAT|Quasar RAT
AsyncRAT
DarkComet
CryptoWall
TeslaCrypt
Cerber
Clop|CLOP;Cl0p
Nefilim
Egregor
DoppelPaymer
BitPaymer
Netwalker|NetWalker
Ragnar Locker|RagnarLocker
Hive
Phobos
Dharma
MegaCortex
LockerGoga
Snatch
BlackMatter
"""


def rows(block):
    for line in block.strip().splitlines():
        cells = (line.split("|") + ["", ""])[:3]
        yield cells[0], [name for name in cells[1].split(";") if name], cells[2]


def ordinary_words(files):
    """Words that stand in lower case at least as often as capitalised."""
    lower, upper = Counter(), Counter()
    for file in files:
        for line in Path(file).read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) == 10 and cells[0].isdigit():
                (lower if cells[1].islower() else upper)[cells[1].lower()] += 1
    return {word for word in lower if lower[word] >= upper[word]}


def write(path, header, lines):
    path.write_text("".join(f"# {line}\n" for line in header) + "".join(
        "\t".join(cells) + "\n" for cells in lines), encoding="utf-8")
    print(path, len(lines))


def vendors(lists, out):
    found = {name: (set(others), country) for name, others, country in rows(COMPANIES)}
    known = {other for others, _ in found.values() for other in others} | set(found)
    for line in (lists / "kev/vendor-product.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        name = re.sub(r"\s*\(.*?\)", "", line.split("\t")[0]).strip()
        if name not in known and name not in ("Multiple Vendors", "Plex", "Array", "Control Web Panel"):
            found[name] = (set(), "")
            known.add(name)
    for actor in json.loads((lists / "misp-galaxy/producer.json").read_text())["values"]:
        name, country = actor["value"].strip(), actor.get("meta", {}).get("country", "")
        if name in known or len(name) < 4 or len(name) > 30:
            continue
        found[name] = (set(), {"UK": "GB"}.get(country, country if len(country) == 2 else ""))
        known.add(name)
    write(out / "vendors.tsv", [
        "Makers of hardware, software and services, and companies often in the news: name, other names (parted by",
        "'|'), ISO 3166-1 alpha-2 code of the seat or empty. Made by core/training/derive_gazetteers.py from CISA's Known",
        "Exploited Vulnerabilities (CC0), MISP galaxy 'producer' (CC0 / BSD-2-Clause), and a list by hand (MIT)."],
        [(name, "|".join(sorted(others)), country) for name, (others, country) in sorted(found.items())])
    return known


def products(lists, out, ordinary, known_vendors):
    found = {name: (others, vendor) for name, others, vendor in rows(PRODUCTS)}
    known = {other for others, _ in found.values() for other in others} | set(found)
    for line in (lists / "kev/vendor-product.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        vendor, product = line.split("\t")
        product = re.sub(r"\s*\(.*?\)", "", product).strip()
        if (product in known or product in known_vendors or "multiple" in product.lower() or " and " in product
                or "," in product or len(product) < 4 or len(product) > 40
                or all(word.lower() in ordinary for word in re.findall(r"\w+", product))):
            continue
        found[product] = ([], vendor)
        known.add(product)
    write(out / "products.tsv", [
        "Products: name, other names (parted by '|'), maker or empty. Made by core/training/derive_gazetteers.py from",
        "CISA's Known Exploited Vulnerabilities (CC0) and a list by hand (MIT)."],
        [(name, "|".join(others), vendor) for name, (others, vendor) in sorted(found.items())])


def threat_groups(lists, out, ordinary, taken):
    found, known = {}, set(taken)
    codes = {c["description"]: c["meta"]["ISO"] for c in
             json.loads((lists / "misp-galaxy/country.json").read_text())["values"]}

    def fit(name):
        words = re.findall(r"[A-Za-z0-9]+", name)
        if not 4 <= len(name) <= 28 or not name.isascii() or not words or len(words) > 3 or "(" in name:
            return False
        if re.search(r"\d", name):
            return True
        if all(word.lower() in ordinary for word in words):
            return len(words) > 1 and all(word[0].isupper() for word in words)
        return name[0].isupper()

    for file in ("threat-actor", "microsoft-activity-group"):
        for actor in json.loads((lists / f"misp-galaxy/{file}.json").read_text())["values"]:
            country = actor.get("meta", {}).get("country", "")
            country = country if re.fullmatch("[A-Z]{2}", country) else codes.get(
                actor.get("meta", {}).get("cfr-suspected-state-sponsor", ""), "")
            names = [n.strip() for n in [actor["value"], *actor.get("meta", {}).get("synonyms", [])]]
            names = [n for n in dict.fromkeys(names) if fit(n) and n not in known]
            # One spelling is enough: case and blanks are folded by the reader of this file.
            folded, kept = set(), []
            for name in names:
                key = re.sub(r"[\s_-]", "", name).lower()
                if key not in folded:
                    folded.add(key)
                    kept.append(name)
            if kept:
                known.update(kept)
                found[kept[0]] = (kept[1:], country)
    write(out / "threat_groups.tsv", [
        "Threat groups: name, other names (parted by '|'), country that others have named as sponsor, ISO 3166-1 alpha-2,",
        "or empty; it is never shown as a fact about a text. Made by core/training/derive_gazetteers.py from MISP galaxy",
        "'threat-actor' and 'microsoft-activity-group' (CC0 / BSD-2-Clause)."],
        [(name, "|".join(others), country) for name, (others, country) in sorted(found.items())])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lists", type=Path)
    parser.add_argument("words", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    ordinary = ordinary_words(args.words)
    known = vendors(args.lists, args.out)
    products(args.lists, args.out, ordinary, known)
    malware = [(name, others) for name, *rest in (line.split("|") for line in MALWARE.strip().splitlines())
               for others in ["|".join(rest[0].split(";")) if rest else ""]]
    write(args.out / "malware.tsv", [
        "Malware, exploits and flaws known by a name: name, other names (parted by '|'). Written by hand in",
        "core/training/derive_gazetteers.py (MIT)."], malware)
    taken = {name for row in malware for name in [row[0], *row[1].split("|")]}
    threat_groups(args.lists, args.out, ordinary, known | taken)


if __name__ == "__main__":
    main()
