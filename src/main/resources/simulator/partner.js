// Right column, top: an agent who works at Partner Center beside TalkGate.

import { post } from "./api.js";
import { button, byId, field, h, toast } from "./dom.js";

export function setUpPartner(page) {
  const nickname = h("input", { value: "파트너닉네임", maxLength: 40 });
  const text = h("textarea", { rows: 2, placeholder: "상담사 메시지 또는 단체메시지" });
  const whom = h("p", { class: "hint" });
  const phone = () => page().phones.get(page().selected);

  const act = (name, needsText) => async () => {
    if (needsText && !text.value.trim()) {
      throw new Error("내용을 입력하세요.");
    }
    const body = needsText ? { nickname: nickname.value, text: text.value } : { nickname: nickname.value };
    const result = await post(`${phone().path}/partner-center/${name}`, body);
    if (needsText) {
      text.value = "";
    }
    toast(result.delivered ? "처리했고 TalkGate에 알렸습니다." : `처리했지만 알려지지 않았습니다 (${result.reason}).`, !result.delivered);
  };

  const buttons = [
    button("보내기", act("messages", true), "primary"),
    button("상담 완료하기", act("complete", false)),
    button("나가기", act("leave", false)),
    button("단체메시지", act("marketing", true)),
  ];

  byId("partner-panel").replaceChildren(
    h("h2", {}, "파트너센터 상담사"), whom, field("닉네임", nickname), field("메시지", text), h("div", { class: "row wrap" }, ...buttons));

  return {
    show(selected) {
      whom.textContent = selected ? `선택한 고객: ${selected.customer.name}` : "채팅창을 선택하세요.";
      buttons.forEach((one) => (one.disabled = !selected));
    },
  };
}
