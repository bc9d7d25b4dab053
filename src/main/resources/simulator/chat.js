// One customer's chat window.

import { customerPath, get, post } from "./api.js";
import { composer } from "./composer.js";
import { ask, button, h, safely, safeUrl, toast } from "./dom.js";
import { buttonNode, lineNode, quickButtons } from "./lines.js";

const TYPING_MILLIS = 10000;
const MAX_LINES = 200;
const FIELDS = { nickname: "닉네임", cellphone: "휴대전화번호", address: "주소" };

const REASONS = {
  NO_WEBHOOK: "이벤트 받을 URL이 없어 전달되지 않았습니다.",
  BLOCKED: "이벤트 전송이 차단되어 전달되지 않았습니다.",
  EVENT_NOT_SELECTED: "선택하지 않은 이벤트라 전달되지 않았습니다.",
  HELD_BY_CONSENT: "동의 절차가 끝날 때까지 전달을 미룹니다.",
  READ_TIMEOUT: "5초 안에 응답이 없었습니다.",
  CONNECT_FAILED: "연결할 수 없습니다.",
};

export class Phone {
  constructor(account, customer, select) {
    this.account = account;
    this.path = customerPath(account, customer.user);
    this.lines = h("div", { class: "lines", role: "log", "aria-label": "대화" });
    this.quick = h("div", { class: "quick" });
    this.dots = h("div", { class: "typing", hidden: true, "aria-label": "작성중" }, h("i"), h("i"), h("i"));
    this.head = h("div", { class: "phone-head" });
    this.dialog = h("div", { class: "consent", hidden: true });
    this.seen = new Set();
    this.composer = composer(this);
    this.node = h("article", { class: "phone", on: { pointerdown: () => select(customer.user), focusin: () => select(customer.user) } },
      this.head, this.lines, this.dots, this.quick, this.composer.node, this.dialog);
    this.update(customer);
  }

  async load() {
    const { items } = await get(`${this.path}/transcript`);
    items.forEach((line) => this.add(line));
  }

  update(customer) {
    this.customer = customer;
    const badges = [
      customer.friend ? h("span", { class: "badge good" }, "친구") : null,
      customer.thread === "PARTNER_CENTER" ? h("span", { class: "badge warn" }, "파트너센터 응대") : null,
      customer.entered ? null : h("span", { class: "badge" }, "나감"),
    ];
    this.head.replaceChildren(h("strong", {}, customer.name), ...badges.filter(Boolean), h("code", { title: "user" }, customer.user));
    this.composer.update(customer);
    this.showConsent(customer.consent);
  }

  add(line) {
    if (this.seen.has(line.id)) {
      return;
    }
    this.seen.add(line.id);
    this.lines.append(lineNode(line, (pressed) => this.press(pressed)));
    while (this.lines.children.length > MAX_LINES) {
      this.lines.firstElementChild.remove();
    }
    this.showQuick(quickButtons(line.body));
    this.lines.scrollTop = this.lines.scrollHeight;
    this.lines.querySelectorAll("img").forEach((image) => (image.onload = () => (this.lines.scrollTop = this.lines.scrollHeight)));
  }

  typing(on) {
    clearTimeout(this.typingEnds);
    this.dots.hidden = !on;
    if (on) {
      this.typingEnds = setTimeout(() => (this.dots.hidden = true), TYPING_MILLIS);
    }
  }

  /** Something the customer does; answers what the webhook said. */
  async send(event) {
    const result = await post(`${this.path}/events`, event);
    if (!result.delivered && event.event !== "pay_complete") {
      toast(REASONS[result.reason] ?? `전달되지 않았습니다 (${result.reason}).`, result.reason !== "HELD_BY_CONSENT");
    }
    return result;
  }

  text(text, inputType, more = {}) {
    return this.send({ event: "send", textContent: { text, inputType, ...more } });
  }

  showQuick(buttons) {
    this.quick.replaceChildren(...buttons.map((one) => buttonNode(one, (pressed) => {
      this.quick.replaceChildren();
      return this.press(pressed);
    })));
  }

  press(pressed) {
    const { type, data = {} } = pressed;
    const code = data.code === undefined ? {} : { code: data.code };
    const presses = {
      TEXT: () => this.text(data.title, "button", code),
      LINK: () => safeUrl(data.url) && window.open(data.url, "_blank", "noopener"),
      OPTION: () => this.showQuick(data.buttonList ?? []),
      NESTED: () => this.showQuick(data.menus ?? []),
      PAY: () => this.pay(data.paymentInfo ?? {}),
      TIME: () => this.pick("시간 선택", "time", "time", code),
      TIMEINTERVAL: () => this.pick("시간 선택", "time", "timeInterval", code),
      CALENDAR: () => this.pick("날짜 선택", "date", "calendar", code),
    };
    return safely(presses[type] ?? (() => toast(`모르는 버튼입니다: ${type}`, true)))();
  }

  async pick(title, type, inputType, code) {
    const given = await ask(title, [{ name: "value", label: title, type }]);
    if (given) {
      await this.text(type === "date" ? given.value.replaceAll("-", "") : given.value, inputType, code);
    }
  }

  async pay(info) {
    const paymentResult = { code: "Success", paymentId: `PAY${Date.now()}`, merchantPayKey: info.merchantPayKey ?? "", merchantUserKey: info.merchantUserKey ?? this.customer.user };
    const result = await this.send({ event: "pay_complete", options: { paymentResult } });
    toast(result.approved ? "결제가 승인되었습니다." : `결제가 승인되지 않았습니다 (${result.status || result.reason}).`, !result.approved);
  }

  showConsent(consent) {
    this.dialog.hidden = !consent;
    if (!consent) {
      return;
    }
    const asked = [consent.field, ...consent.agreements].map((name) => FIELDS[name] ?? name).join(", ");
    const answer = (result) => () => this.send({ event: "profile", options: { result } });
    this.dialog.replaceChildren(h("div", { role: "dialog", "aria-label": "개인정보 제3자 제공 동의" },
      h("strong", {}, "개인정보 제3자 제공 동의"),
      h("p", {}, `${this.account.accountId}에 ${asked}을(를) 제공할까요?`),
      h("p", { class: "hint" }, "응답이 없으면 1분 뒤에 닫힙니다. 그동안 메시지가 오가지 않습니다."),
      h("div", { class: "row" }, button("동의", answer("SUCCESS"), "primary"), button("동의 안 함", answer("DISAGREE")), button("입력 취소", answer("CANCEL")))));
  }
}
