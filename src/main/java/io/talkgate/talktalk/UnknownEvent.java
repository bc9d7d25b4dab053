package io.talkgate.talktalk;

import org.jspecify.annotations.Nullable;

/**
 * An event of a name we do not know; they appear without notice (protocol §2) and are kept raw.
 *
 * @param name NAVER's name of it
 * @param user the customer; null where it names none in the usual form
 * @param partner the account ID, where told
 */
public record UnknownEvent(String name, @Nullable String user, @Nullable String partner)
    implements TalkTalkEvent {}
