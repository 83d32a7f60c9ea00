"""How a polite Japanese sentence ends: that something was done, is decided, or cannot be. Each is a part of a pattern.

The endings are many and the same for every verb, so wordings name the noun alone (キャンセル, 返金, 入荷) and take the end from
here. All are written in the spelling of `plainly_spelt`.
"""

from __future__ import annotations

import re

CLAUSE_STATED = re.compile(
    r"(?:ます|です|ました|ません|でした)(?:が|けれども?)、|(?:ました|ません|でした|た)(?:ので|から|ため|ことから)、"
)
"""The end of a clause that states something by itself: what follows may ask or suppose. 〜て、 and 〜となり、 share the mood of what follows,
and a reason of the present (在庫を共有しておりますので、) is mostly one for what may happen."""

LIGHT = r"(?:扱い|処理|手続き|対応|操作|措置|形|件|として|データ|送信|ということ|お|ご|の|を|が|は|と|に|も|へ|て|で|一部|全[額件て]|すべて|自動的に?|、){0,5}"
"""What stands between the noun of an act and its verb: キャンセル(の処理を)いたしました."""
_STEM = r"(?:(?:取ら|さ)?せて(?:いただき|もらい)|いたし|し|され|なり|行い|行われ|進め(?:させていただき)?|終え|取り|整い|申し上げ|(?:承認|受理|成立)(?:いたし|し|され|となり))?"
_STEM_TE = (
    r"(?:(?:取ら|さ)?せて(?:いただい|もらっ)|いたし|し|され|なっ|行っ|進め|終え|取っ|(?:承認|受理)(?:いたし|し|され))?"
)
_PAST = (
    rf"(?:(?:{_STEM}|承り)まし[たて]|{_STEM_TE}て(?:おり(?!ませ)|い(?!ただ|ませ|な[いか])|しま[いっ]|あり|ござ|おき)|{_STEM_TE}たことを"
    r"|済み?(?:の|で(?!な)|と|。|$|ま)|完了(?!し?次第|後|まで|予定))"
)
GOES_ON = r"、(?=[^。]{1,80}(?:まし[たて]|ます|ており|済み)(?!か))(?![^。]{0,80}(?:くださ|お願い|いただ[けく]))"
"""A verb that goes on into what else was done (取り消し、返金いたしました), and not into what the reader is asked to do."""
_COMING = (
    rf"(?:{_STEM}ます|(?:(?:進め)?さ?せていただき|いたし|し|となり|され|進め|行い|承り){GOES_ON}"
    r"|(?:いたす|する|なる|させていただく)(?:こと|運び|次第|方針|形|旨|方向)(?:[とに]|で[すご]|、|いたし)"
    r"|ご?(?:連絡|通知|お?知らせ)に(?:代|替|か)え)"
)
DONE = rf"{LIGHT}{_PAST}(?!か)"
"""That what the noun before it names was done: 返金 + いたしました, のお手続きを終えております, 済みです."""
DECIDED = rf"{LIGHT}(?:{_PAST}|{_COMING})(?!か)"
"""That it was done or is settled to be: also キャンセル + とさせていただきます, となる運びです."""

UNABLE = (
    r"(?:(?:でき|見込め|行え|得られ|入手し得|揃わ|そろわ)(?:な[いくか]|ま?せ|ず|かね)"
    r"|(?:叶|かな)(?:いませ|いかね|わ(?:ず|な)|え(?:られ)?(?:ませ|ず))"
    r"|(?:(?:いたし|お?受けし|承り|でき|得)かね|わけに(?:は|も)(?:まいり|いき))(?:ま|る|て)"
    r"|(?:に|へ|は)?至(?:りませ|ら[ずな])|不可(?:能(?!性)|(?!能))|困難|難し(?:い|く)|断念|打ち切)"
)
"""That the act of the noun or verb before it cannot be done."""
ACT = r"(?:を|が|は|も|の)?(?:する|いたす|させていただく)?(?:こと|の)?(?:が|は|も|に)?"
"""What may stand between that noun and its inability: 入荷(することが)できません."""
ABSENT = r"(?:残っ?て?(?:い|おり?|ござい)?)?(?:な[いくかし]|ま?せん|らず|おらず)"
"""The end of a sentence that says a thing is not there."""
NO_PROSPECT = r"(?:予定|見込み|見通し|計画|目処|めど|目途|目安)(?:[はがもの]|すら|さえ)?(?:全く|まったく)?(?:立[たっち]|な[いくし]|つか|つきませ|未定|ござい?ませ|ありませ)"
