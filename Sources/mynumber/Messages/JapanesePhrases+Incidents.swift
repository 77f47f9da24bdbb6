extension JapanesePhrases {
  /// Of incidents and reviews: cases in JSON, what opens and what closes one.
  static let incidents = [
    "an incident has a harm": "起きたことを一つ以上指定してください",
    "the day of knowing has not come yet": "知った日がまだ来ていません",
    "the duty to report an incident began on {0} (番号法29条の4第1項)":
      "報告の義務は{0}からです（番号法29条の4第1項）",
    "an incident cannot happen after the day of knowing": "発生日が、知った日より後です",
    "nobody knew before {0}": "{0}より前には知られていません",
    "entry {0} opens no incident": "記録{0}は漏えい等の記録ではありません",
    "no fact is given": "分かったことを一つ以上指定してください",
    "what many can see, or what came back, is a leak: the incident is none":
      "不特定多数が見られる、または回収されるのは漏えいです。この事案は漏えいではありません",
    "a copy mends loss and damage: the incident is neither":
      "控えがあって除かれるのは滅失と毀損です。この事案はどちらでもありません",
    "a number of people from 1 on is expected": "1以上の人数を指定してください",
    "a day that has not come yet": "まだ来ていない日です",
    "a contractor tells once it knows: give the day of both":
      "委託先からの通知は、委託先が知った日以後です。両方の日を指定してください",
    "the log has no entry {0}: its last is {1}": "記録{0}はありません。最後は{1}です",
    "an action has a day by which it is done, and a day an action":
      "是正することと期限は、ともに指定してください",
    "the day by which it is to be done has passed": "是正の期限が過ぎています",
    "entry {0} is no review with an open action": "記録{0}は、未了の是正がある点検ではありません",
    "at least one is needed": "一つ以上書いてください",
    "stands twice": "二度書かれています",
    "before the contractor knew": "委託先が知った日より前です",
    "the duty to report begins on {0} ({1})": "報告の義務は{0}からです（{1}）",
    "holidays are known to the year 2099 only": "祝日は2099年までしか分かりません",
    "a number of people from 1 on is expected here": "1以上の人数を書いてください",
    "a lost key is damage: harms does not say damage":
      "鍵の喪失は毀損です。harms に damage がありません",
    "only a leak is recovered: harms does not say leak":
      "回収されるのは漏えいだけです。harms に leak がありません",
    "what many can see is a leak: harms does not say leak":
      "不特定多数が見られるのは漏えいです。harms に leak がありません",
    "a copy mends loss and damage only: harms says neither":
      "控えがあって除かれるのは滅失と毀損だけです。harms にどちらもありません",
    "a deletion is a loss: harms does not say loss": "削除は滅失です。harms に loss がありません",
    "the cause says already that a wrongful purpose is likely":
      "原因からすでに不正の目的のおそれがあります",
    "before anybody knew": "誰も知らない時より前です",
    "not later than the day before it": "その前の日より後ではありません",
  ]
}
