package io.talkgate.link;

import io.talkgate.link.settings.DeskRules;
import java.time.Instant;
import java.util.UUID;

/**
 * An approved link for whose desk something is set.
 *
 * @param brandName the brand's name, as customers are told it
 * @param changedAt when the rules were changed last; what was before is not looked at again
 */
public record RuledLink(
    UUID brandId, String brandName, UUID linkId, Instant changedAt, DeskRules rules) {}
