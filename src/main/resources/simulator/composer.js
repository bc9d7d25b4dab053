// What a customer can do: write, enter, leave, befriend, and NAVER's extras.

import { ask, button, h, safely } from "./dom.js";

export function composer(phone) {
  const input = h("textarea", { rows: 1, placeholder: "메시지 입력", "aria-label": "메시지", on: { keydown: onKey } });
  const write = safely(async () => {
    const text = input.value;
    if (text.trim()) {
      input.value = "";
      await phone.text(text, "typing");
    }
  });

  function onKey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      write();
    }
  }

  const friend = button("친구추가", () => phone.send({ event: "friend", options: { set: phone.customer.friend ? "off" : "on" } }));
  const menu = button("☰ 메뉴", () => phone.showQuick(menusOf(phone)));
  const actions = h("div", { class: "actions" },
    menu,
    button("들어오기", () => enter(phone)),
    button("나가기", () => phone.send({ event: "leave" })),
    friend,
    button("스티커", () => phone.text("(스티커)", "sticker")),
    button("이미지", () => sendImage(phone)),
    button("상품문의", () => askProduct(phone)),
    button("파일", () => sendFile(phone)),
    button("안심번호", () => phone.text(`050719003814,${inDays(30)}`, "vphone")),
    button("정보철회", () => phone.send({ event: "profile", options: { result: "WITHDRAW", withdrawals: ["nickname", "cellphone", "address"] } })));

  return {
    node: h("div", { class: "composer" }, actions, h("div", { class: "row" }, input, button("전송", write, "primary"))),
    update(customer) {
      menu.hidden = menusOf(phone).length === 0;
      friend.textContent = customer.friend ? "친구철회" : "친구추가";
    },
  };
}

/** The persistent menu that the send API set, if any. */
const menusOf = (phone) => phone.account.menuContent?.[0]?.menus ?? [];

async function enter(phone) {
  const given = await ask("채팅창 들어오기", [
    { name: "inflow", label: "유입 (button, list, none)", value: "button" },
    { name: "referer", label: "유입 페이지", value: "https://smartstore.naver.com/demo/products/1001", required: false },
    { name: "from", label: "from 값", required: false },
  ]);
  if (given) {
    const options = Object.fromEntries(Object.entries(given).filter(([, value]) => value));
    await phone.send({ event: "open", options });
  }
}

async function sendImage(phone) {
  const given = await ask("이미지 보내기", [{ name: "imageUrl", label: "이미지 URL", value: `${location.origin}/simulator/sample.png` }]);
  if (given) {
    await phone.send({ event: "send", imageContent: { imageUrl: given.imageUrl } });
  }
}

async function askProduct(phone) {
  const given = await ask("상품 문의", [
    { name: "name", label: "상품 이름", value: "유기농 감귤 5kg" },
    { name: "url", label: "상품 페이지", value: "https://smartstore.naver.com/demo/products/1001" },
    { name: "price", label: "가격 (원)", value: "19900", type: "number" },
  ]);
  if (given) {
    const price = `${Number(given.price).toLocaleString("ko-KR")}원`;
    const product = {
      name: given.name, url: given.url, mobileUrl: given.url, thumbUrl: `${location.origin}/simulator/sample.png`,
      currencyPrice: price, currencyMobilePrice: price,
    };
    await phone.send({ event: "send", textContent: { text: "이 상품에 대해 문의합니다.", inputType: "product" }, options: { product } });
  }
}

async function sendFile(phone) {
  const given = await ask("파일 보내기", [
    { name: "fileName", label: "파일 이름", value: "주문서.pdf" },
    { name: "downloadUrl", label: "파일 URL", value: `${location.origin}/simulator/sample.png` },
  ]);
  if (given) {
    await phone.send({ event: "send", fileContent: { ...given, expireDate: inDays(30) } });
  }
}

function inDays(days) {
  return new Date(Date.now() + days * 86400000).toISOString().slice(0, 10);
}
