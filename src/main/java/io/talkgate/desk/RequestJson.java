package io.talkgate.desk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the desk reads requests: strictly, so that a misspelt optional field, a second value for the
 * same name or a number where a text belongs is told to the caller instead of being guessed at. It
 * is the desk's own mapper: NAVER's JSON is read leniently, elsewhere.
 */
@Provider
class RequestJson implements ContextResolver<ObjectMapper> {
  private static final String DESK = RequestJson.class.getPackageName();

  /** Far more than any request has; each level of a menu or a button costs stack. */
  private static final int MAX_DEPTH = 64;

  private final ObjectMapper strict;
  private final ObjectMapper lenient;

  RequestJson(ObjectMapper mapper) {
    this.lenient = mapper;
    this.strict = strict(mapper);
  }

  @Override
  public @Nullable ObjectMapper getContext(Class<?> type) {
    return type.getPackageName().equals(DESK) ? strict : lenient;
  }

  private static ObjectMapper strict(ObjectMapper base) {
    ObjectMapper mapper = base.copy();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build());
    mapper
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .registerModule(
            new SimpleModule("desk")
                .addDeserializer(String.class, new TextDeserializer())
                .addDeserializer(Instant.class, new TimeDeserializer())
                .addDeserializer(ObjectNode.class, new TreeDeserializer()));
    mapper.setConfig(
        mapper.getDeserializationConfig().without(MapperFeature.ALLOW_COERCION_OF_SCALARS));
    mapper
        .coercionConfigFor(LogicalType.Integer)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
    mapper
        .coercionConfigDefaults()
        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    return mapper;
  }
}
