// Right column, middle: what goes wrong at NAVER.

import { accountPath, del, put } from "./api.js";
import { button, byId, field, h, toast } from "./dom.js";

const CODES = ["", "01", "02", "99", "IMG-01", "IMG-02", "IMG-03", "IMG-99"];
const ANSWERS = { "": "정상 JSON", html: "HTML", empty: "빈 응답", half: "반쪽 응답", redirect: "302", 500: "500", 429: "429", reset: "연결 끊기", silence: "무응답" };
const ECHOES = { "": "기본", true: "항상", false: "없음", twice: "두 번", "before-answer": "응답보다 먼저" };

const choice = (entries) => h("select", {}, ...entries.map(([value, label]) => h("option", { value }, label)));

export function setUpFaults(page) {
  const code = choice(CODES.map((one) => [one, one || "없음"]));
  const message = h("input", { placeholder: "resultMessage", maxLength: 200 });
  const answer = choice(Object.entries(ANSWERS).sort(([a], [b]) => (a === "") ? -1 : (b === "") ? 1 : 0));
  const echo = choice(Object.entries(ECHOES));
  const delay = h("input", { type: "number", min: 0, max: 60000, step: 100, value: 0 });
  const times = h("input", { type: "number", min: 1, placeholder: "계속" });
  const block = h("input", { type: "checkbox" });
  const now = h("p", { class: "state" });

  const apply = button("적용", async () => {
    const faults = {};
    const give = (name, value) => value !== "" && (faults[name] = value);
    give("resultCode", code.value);
    give("resultMessage", message.value);
    give("answer", answer.value);
    give("echo", echo.value === "true" ? true : echo.value === "false" ? false : echo.value);
    give("delayMillis", Number(delay.value) || "");
    give("times", Number(times.value) || "");
    give("webhookBlocked", block.checked || "");
    await put(`${accountPath(page().account)}/faults`, faults);
    toast("장애를 적용했습니다.");
  }, "primary");

  const clear = button("해제", async () => {
    await del(`${accountPath(page().account)}/faults`);
    block.checked = false;
    toast("장애를 해제했습니다.");
  });

  byId("faults-panel").replaceChildren(
    h("details", {}, h("summary", {}, h("h2", {}, "장애 만들기"), now),
      h("div", { class: "grid" },
        field("결과 코드", code), field("결과 문구", message), field("응답 형태", answer), field("echo", echo),
        field("응답 지연 (ms)", delay), field("횟수", times)),
      h("label", { class: "check wide" }, "웹훅 차단", block),
      h("div", { class: "row" }, apply, clear)));

  return {
    show(account) {
      const active = account && Object.keys(account.faults).length > 0;
      now.textContent = active ? Object.entries(account.faults).map(([name, value]) => `${name}=${value}`).join(", ") : "없음";
      now.className = active ? "state warn" : "state";
      apply.disabled = clear.disabled = !account;
    },
  };
}
