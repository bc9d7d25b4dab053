// Small helpers to build the page without templates or inline scripts.

export const byId = (id) => document.getElementById(id);

/** h("button", {class: "primary", on: {click}}, "text", node…) */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name === "on") {
      Object.entries(value).forEach(([event, handler]) => node.addEventListener(event, handler));
    } else if (name === "class") {
      node.className = value;
    } else if (name in node && name !== "list") {
      node[name] = value;
    } else {
      node.setAttribute(name, value);
    }
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export const button = (text, click, kind = "") => h("button", { type: "button", class: kind, on: { click: safely(click) } }, text);

export function field(label, control) {
  return h("label", { class: "field" }, label, control);
}

let hideToast;

export function toast(text, bad = false) {
  const node = byId("toast");
  node.textContent = text;
  node.classList.toggle("bad", bad);
  node.hidden = false;
  clearTimeout(hideToast);
  hideToast = setTimeout(() => (node.hidden = true), 4000);
}

/** Shows what went wrong instead of losing it in the console. */
export function safely(work) {
  return async (event) => {
    try {
      return await work(event);
    } catch (problem) {
      toast(problem.message, true);
      return undefined;
    }
  };
}

/** Asks for values: fields = [{name, label, value, type}]; answers an object, or null if cancelled. */
export function ask(title, fields) {
  const dialog = byId("ask");
  const form = dialog.querySelector("form");
  const inputs = fields.map((one) => h("input", { name: one.name, value: one.value ?? "", type: one.type ?? "text", required: one.required ?? true }));
  form.replaceChildren(
    h("h3", {}, title),
    ...fields.map((one, i) => field(one.label, inputs[i])),
    h("div", { class: "row end" },
      h("button", { value: "no", formNoValidate: true }, "취소"),
      h("button", { value: "yes", class: "primary" }, "확인")),
  );
  return new Promise((resolve) => {
    dialog.onclose = () => {
      const given = Object.fromEntries(inputs.map((input) => [input.name, input.value]));
      resolve(dialog.returnValue === "yes" ? given : null);
    };
    dialog.returnValue = "";
    dialog.showModal();
  });
}

export const clock = (time) => new Date(time).toLocaleTimeString("ko-KR", { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });

/** A link's address, or null where it could run script. */
export function safeUrl(url) {
  return /^(https?:|tel:)/i.test(url ?? "") ? url : null;
}
