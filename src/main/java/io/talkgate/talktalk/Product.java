package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The product an open or send event is about ({@code options.product}, protocol §2). All texts as
 * NAVER writes them, prices with their currency.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Product(
    @Nullable String name,
    @Nullable String url,
    @Nullable String mobileUrl,
    @Nullable String thumbUrl,
    @Nullable String currencyPrice,
    @Nullable String currencyMobilePrice) {}
