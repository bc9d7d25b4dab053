package io.talkgate.desk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talkgate.platform.problem.FieldError;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.platform.problem.RefusedException;
import io.talkgate.platform.problem.ValueRule;
import java.io.IOException;
import java.util.stream.StreamSupport;

/** Reads objects of which only NAVER knows the fields, with the texts that PostgreSQL can keep. */
final class TreeDeserializer extends StdDeserializer<ObjectNode> {
  private static final long serialVersionUID = 1L;

  TreeDeserializer() {
    super(ObjectNode.class);
  }

  @Override
  public ObjectNode deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    if (!json.hasToken(JsonToken.START_OBJECT)) {
      return (ObjectNode) context.handleUnexpectedToken(ObjectNode.class, json);
    }
    ObjectNode tree = context.readTree(json).require();
    if (!isClean(tree)) {
      throw new RefusedException(Refusal.invalid(FieldError.BODY, ValueRule.CHARACTERS));
    }
    return tree;
  }

  private static boolean isClean(JsonNode node) {
    return TextDeserializer.isClean(node.asText())
        && node.properties().stream().allMatch(field -> TextDeserializer.isClean(field.getKey()))
        && StreamSupport.stream(node.spliterator(), false).allMatch(TreeDeserializer::isClean);
  }
}
