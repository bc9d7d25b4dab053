/**
 * TalkGate, the link between a shop's NAVER TalkTalk accounts and its consultation desk. Each room
 * is a package below; the README's architecture section has the map. Only the program's entry
 * stands here.
 */
@NullMarked
package io.talkgate;

import org.jspecify.annotations.NullMarked;
