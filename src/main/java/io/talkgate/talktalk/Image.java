package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A picture inside a composite: exactly one of URL and id when sent (protocol §3). */
@OneImageSource
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Image(@PublicUrl @Nullable String imageUrl, @Nullable String imageId)
    implements ImageSource {}
