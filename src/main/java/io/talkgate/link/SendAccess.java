package io.talkgate.link;

import io.talkgate.talktalk.SendApiKey;

/**
 * What a call of the send API needs of its link.
 *
 * @param accountId the TalkTalk account
 * @param key its send-API key
 */
public record SendAccess(String accountId, SendApiKey key) {}
