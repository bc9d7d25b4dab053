package io.talkgate.talktalk;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks {@link PublicUrl}. Public only because Hibernate Validator can make no other. */
public final class PublicUrlValidator implements ConstraintValidator<PublicUrl, String> {
  private static final Set<Integer> PORTS = Set.of(-1, 80, 443);

  @Override
  public boolean isValid(@Nullable String url, ConstraintValidatorContext context) {
    if (url == null) {
      return true;
    }
    try {
      URI uri = new URI(url);
      return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
          && uri.getHost() != null
          && PORTS.contains(uri.getPort());
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
