// One message of a transcript, whatever it holds.
import { h, known, safeUrl, t, time } from './core.js';

const link = (url, ...text) => (safeUrl(url) ? h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, ...text) : h('span', {}, ...text));
const image = (url, about) => safeUrl(url) && h('img', { src: url, alt: about, loading: 'lazy', referrerpolicy: 'no-referrer' });

function chips(buttons = []) {
  return buttons.length > 0 && h('div', { class: 'chips' }, buttons.map((button) => {
    const { title = button.type, url, buttonList } = button.data ?? {};
    return h('span', { class: 'chip' }, url ? link(url, title) : title, buttonList && chips(buttonList));
  }));
}

function product(one) {
  return one && h('div', { class: 'cardlike' }, image(one.thumbUrl, ''), link(one.url ?? one.mobileUrl, h('strong', {}, one.name ?? t('content.PRODUCT'))),
    one.currencyPrice && h('div', {}, one.currencyPrice));
}

function card(one) {
  return h('div', { class: 'cardlike' }, image(one.image?.imageUrl, one.title ?? ''), one.title && h('strong', {}, one.title), one.description && h('div', {}, one.description),
    (one.elementList?.data ?? []).map((row) => h('div', { class: 'cardlike' }, image(row.image?.imageUrl, ''), row.title && h('strong', {}, row.title),
      row.description && h('div', {}, row.description), row.subDescription && h('div', { class: 'small soft' }, row.subDescription), row.button && chips([row.button]))),
    chips(one.buttonList));
}

/** What the customer's input was, where it was not typing. */
function input(content) {
  const type = content.inputType;
  return type && type !== 'typing' && h('div', { class: 'small soft' }, known('input.' + type) ? t('input.' + type) : type);
}

function body(content) {
  switch (content.type) {
    case 'TEXT': return [input(content), content.text, product(content.product)];
    case 'IMAGE': return [image(content.imageUrl, t('content.IMAGE')) || t('content.IMAGE')];
    case 'FILE': return [link(content.downloadUrl, content.fileName ?? t('content.FILE')), content.expireDate && h('div', { class: 'small soft' }, t('content.expires', content.expireDate))];
    case 'COMPOSITE': return (content.compositeList ?? []).map(card);
    case 'PRODUCT': return [h('div', { class: 'small soft' }, t('content.PRODUCT')), (content.ids ?? []).join(', ')];
    case 'MARKETING': return [h('div', { class: 'small soft' }, t('content.MARKETING')), content.marketingText ?? content.marketingMessageNo];
    case 'SYSTEM': return [known('event.' + content.event) ? t('event.' + content.event) : content.event, content.text ? ' ' + content.text : null];
    default: return [h('div', { class: 'small soft' }, t('content.UNKNOWN')), h('pre', {}, JSON.stringify(content.raw ?? content, null, 1))];
  }
}

function author({ type, name }) {
  if (type === 'PARTNER_AGENT') return t('author.PARTNER_AGENT', name ?? '');
  return name ?? t('author.' + type);
}

/** How far one of ours has come, with what can be done about it. */
function delivery(message, act) {
  const { status, reason } = message.delivery;
  const failed = status === 'FAILED' || status === 'UNKNOWN';
  const button = (action) => h('button', { class: 'plain', type: 'button', onclick: (event) => act(message, action, event.target) }, t('delivery.' + action));
  return h('div', { class: 'meta' }, h('span', { class: failed ? 'badge bad' : status === 'CONFIRMED' ? 'badge good' : 'badge', 'data-delivery': status }, t('delivery.' + status)),
    reason && h('span', {}, ' ' + reason), failed && button('retry'), status === 'QUEUED' && button('cancel'));
}

/**
 * The line of a message.
 * @param act called with (message, 'retry' | 'cancel', button)
 */
export function messageLine(message, act) {
  const { author: by, content } = message;
  const kind = by.type === 'SYSTEM' || content.type === 'SYSTEM' ? 'system' : message.direction === 'OUTBOUND' ? 'ours' : 'theirs';
  return h('li', { class: `message ${kind}${by.type === 'PARTNER_AGENT' ? ' partner' : ''}`, 'data-id': message.id },
    kind !== 'system' && h('div', { class: 'meta' }, h('span', { class: by.type === 'PARTNER_AGENT' ? 'badge warn' : '' }, author(by))),
    h('div', { class: 'bubble' }, body(content)), chips(content.quickReply?.buttonList),
    h('div', { class: 'meta' }, time(message.createdAt)), message.delivery && delivery(message, act));
}
