package io.talkgate.access;

import jakarta.inject.Singleton;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads members out of tokens, which were verified before. */
@Singleton
class TokenClaims {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_SUBJECT = 255; // OpenID Connect Core §2

  private final OidcConfig config;
  private final Map<Role, List<String>> names = new EnumMap<>(Role.class);

  TokenClaims(OidcConfig config) {
    this.config = config;
    names.put(Role.OBSERVER, config.roleNames().observer());
    names.put(Role.AGENT, config.roleNames().agent());
    names.put(Role.MANAGER, config.roleNames().manager());
    names.put(Role.OWNER, config.roleNames().owner());
    names.put(Role.OPERATOR, config.roleNames().operator());
  }

  /** Empty if the token names no role of ours, or no brand for it. */
  Optional<TokenSubject> read(JsonWebToken token) {
    String subject = token.getSubject();
    if (subject == null || subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
      return Optional.empty();
    }
    return role(token)
        .flatMap(
            role ->
                role == Role.OPERATOR
                    ? Optional.of(subject(token, role, null))
                    : brand(token).map(brand -> subject(token, role, brand)));
  }

  private static TokenSubject subject(JsonWebToken token, Role role, @Nullable UUID brand) {
    return new TokenSubject(token.getIssuer(), token.getSubject(), name(token), role, brand);
  }

  /** The highest: each role of a brand includes the ones before it. */
  private Optional<Role> role(JsonWebToken token) {
    Set<String> given =
        texts(claim(token, config.rolesClaim())).collect(Collectors.toUnmodifiableSet());
    return names.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(given::contains))
        .map(Map.Entry::getKey)
        .reduce((lower, higher) -> higher);
  }

  private Optional<UUID> brand(JsonWebToken token) {
    Object claim = claim(token, config.brandClaim());
    return claim == null ? config.brand() : texts(claim).findFirst().flatMap(TokenClaims::id);
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  private static String name(JsonWebToken token) {
    String name =
        Stream.of("name", "preferred_username")
            .flatMap(claim -> texts(claim(token, claim)))
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse(token.getSubject());
    int length = Math.min(LONGEST_NAME, name.codePointCount(0, name.length()));
    return name.substring(0, name.offsetByCodePoints(0, length)).replace("\0", "");
  }

  private static @Nullable Object claim(JsonWebToken token, String path) {
    String[] steps = path.split("/", -1);
    Object value = token.getClaim(steps[0]);
    for (int i = 1; i < steps.length; i++) {
      value = value instanceof JsonObject object ? object.get(steps[i]) : null;
    }
    return value;
  }

  /** A claim may be one text or several, and the texts JSON's or Java's. */
  private static Stream<String> texts(@Nullable Object claim) {
    if (claim instanceof JsonArray array) {
      return array.getValuesAs(JsonValue.class).stream().flatMap(TokenClaims::texts);
    }
    if (claim instanceof Collection<?> many) {
      return many.stream().flatMap(TokenClaims::texts);
    }
    if (claim instanceof JsonString text) {
      return Stream.of(text.getString());
    }
    return claim instanceof String text ? Stream.of(text) : Stream.empty();
  }
}
