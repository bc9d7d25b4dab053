// Calls of the simulator's own API. A refused call throws an Error with a text for people.

const BASE = "/simulator/api";

async function call(method, path, body) {
  const answer = await fetch(BASE + path, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(explain(answer.status, json));
  }
  return json;
}

function explain(status, problem) {
  const texts = {
    ACCOUNT_EXISTS: "이미 있는 계정 ID 또는 키입니다.",
    VALIDATION: `값을 확인하세요: ${problem.detail}`,
    NOT_FOUND: "계정이나 고객을 찾을 수 없습니다.",
    TOO_MANY: "더 만들 수 없습니다.",
  };
  return texts[problem.code] ?? `요청이 거절되었습니다 (${status}).`;
}

export const get = (path) => call("GET", path);
export const post = (path, body = {}) => call("POST", path, body);
export const patch = (path, body) => call("PATCH", path, body);
export const put = (path, body) => call("PUT", path, body);
export const del = (path) => call("DELETE", path);

export const accountPath = (account) => `/accounts/${encodeURIComponent(account.accountId)}`;
export const customerPath = (account, user) => `${accountPath(account)}/customers/${encodeURIComponent(user)}`;

/** TalkGate's links, read with the demo's manager. */
export async function talkGateLinks() {
  const answer = await fetch("/api/v1/links", {
    headers: { Authorization: "Basic " + btoa("manager:talkgate"), Accept: "application/json" },
  });
  if (!answer.ok) {
    throw new Error(`TalkGate의 채널 연동을 읽을 수 없습니다 (${answer.status}).`);
  }
  return (await answer.json()).items ?? [];
}
