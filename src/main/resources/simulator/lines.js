// One line of a chat window, as the customer sees it.

import { clock, h, safeUrl } from "./dom.js";

const NOTES = {
  open: "채팅창에 들어왔습니다",
  leave: "채팅방을 나갔습니다",
  profile: "프로필 정보",
  handover: "상담 주체가 바뀌었습니다",
  pay_complete: "결제를 마쳤습니다",
  pay_approved: "결제가 승인되었습니다",
  pay_refused: "결제가 승인되지 않았습니다",
};

/** press(button) is called with NAVER's button object. */
export function lineNode(line, press) {
  const bubble = bubbleOf(line.body, press);
  if (!bubble) {
    return h("p", { class: "note" }, `${noteText(line)} · ${clock(line.time)}`);
  }
  const mine = line.from === "CUSTOMER";
  const who = line.from === "PARTNER_CENTER" ? line.nickname ?? "단체메시지" : "톡톡";
  return h("div", { class: mine ? "line mine" : "line" },
    mine ? null : h("span", { class: "who" }, who, line.from === "PARTNER_CENTER" ? h("span", { class: "tag" }, "파트너센터") : null),
    bubble,
    h("time", { dateTime: line.time }, clock(line.time)));
}

function noteText(line) {
  const options = line.body.options ?? {};
  if (line.event === "friend") {
    return options.set === "off" ? "친구를 철회했습니다" : "친구로 추가했습니다";
  }
  if (line.event === "profile" && line.from === "SEND_API") {
    return `프로필 요청: ${options.field}`;
  }
  if (line.event === "profile") {
    return `프로필 응답: ${options.result ?? ""}`;
  }
  if (line.event === "leave" && line.from === "PARTNER_CENTER") {
    return "상담사가 나갔습니다";
  }
  if (line.event === "handover" && line.from === "PARTNER_CENTER") {
    return "파트너센터에서 상담을 완료했습니다";
  }
  if (line.event === "handover") {
    return options.control === "passThread" ? "파트너센터로 상담을 넘겼습니다" : "상담을 다시 가져왔습니다";
  }
  return NOTES[line.event] ?? line.event;
}

function bubbleOf(body, press) {
  if (body.textContent?.text !== undefined) {
    return text(body.textContent, body.options?.product);
  }
  if (body.imageContent) {
    return h("div", { class: "bubble image" }, image(body.imageContent));
  }
  if (body.compositeContent) {
    return h("div", { class: "composites" }, ...body.compositeContent.compositeList.map((one) => composite(one, press)));
  }
  if (body.fileContent) {
    const { fileName, downloadUrl } = body.fileContent;
    return h("div", { class: "bubble" }, link("📎 " + (fileName ?? "파일"), downloadUrl));
  }
  if (body.marketingContent) {
    return h("div", { class: "bubble" }, h("span", { class: "tag" }, "광고"), " " + body.marketingContent.marketingText);
  }
  if (body.event === "product") {
    return h("div", { class: "composites" }, ...body.options.ids.map((id) => h("div", { class: "card" }, h("strong", {}, `스마트스토어 상품 ${id}`))));
  }
  return null;
}

function text(content, product) {
  if (content.inputType === "sticker") {
    return h("div", { class: "bubble sticker", title: "스티커" }, "😊");
  }
  const kind = content.inputType && content.inputType !== "typing" ? h("span", { class: "tag" }, content.inputType) : null;
  return h("div", { class: "bubble" }, product ? productCard(product) : null, kind, content.text);
}

function productCard(product) {
  return h("div", { class: "product" },
    product.thumbUrl ? image({ imageUrl: product.thumbUrl }) : null,
    h("span", {}, h("strong", {}, product.name ?? "상품"), h("small", {}, product.currencyPrice ?? "")));
}

function image(content) {
  return safeUrl(content.imageUrl)
    ? h("img", { src: content.imageUrl, alt: "이미지", loading: "lazy", referrerPolicy: "no-referrer" })
    : h("span", {}, content.imageUrl ?? "");
}

function link(label, url) {
  return safeUrl(url) ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, label) : h("span", {}, label);
}

function composite(one, press) {
  return h("div", { class: "card" },
    one.image ? image(one.image) : null,
    ...(one.elementList?.data ?? []).map((element) => elementNode(element, press)),
    one.title ? h("strong", {}, one.title) : null,
    one.description ? h("p", {}, one.description) : null,
    one.buttonList ? h("div", { class: "buttons" }, ...one.buttonList.map((each) => buttonNode(each, press))) : null);
}

function elementNode(element, press) {
  return h("div", { class: "element" },
    element.image ? image(element.image) : null,
    h("div", {}, h("strong", {}, element.title), h("small", {}, element.description ?? ""), h("small", {}, element.subDescription ?? "")),
    element.button ? buttonNode(element.button, press) : null);
}

const TITLES = { PAY: "네이버페이 결제", TIME: "시간 선택하기", CALENDAR: "날짜 선택하기", TIMEINTERVAL: "시간 선택하기" };

export function buttonNode(button, press) {
  const marks = { LINK: " ↗", OPTION: " ▾", NESTED: " ▾" };
  const title = (button.data?.title ?? TITLES[button.type] ?? button.type) + (marks[button.type] ?? "");
  return h("button", { type: "button", class: button.type === "PAY" ? "pay" : "", on: { click: () => press(button) } }, title);
}

export const quickButtons = (body) =>
  (body.textContent ?? body.imageContent ?? body.compositeContent)?.quickReply?.buttonList ?? [];
