package io.talkgate.rules;

import io.talkgate.consultation.Ratings;
import io.talkgate.consultation.Reply;
import io.talkgate.link.settings.AutomaticMessage;
import io.talkgate.link.settings.Occasion;
import io.talkgate.link.settings.OpeningHours;
import io.talkgate.link.settings.Variable;
import io.talkgate.talktalk.Button;
import io.talkgate.talktalk.QuickReply;
import io.talkgate.talktalk.TextButton;
import io.talkgate.talktalk.TextContent;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The words of an automatic message, with the values of its variables; customers read Korean. */
final class Words {
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("rules.texts", Locale.KOREAN);

  private Words() {}

  /** What is said about this at that time; its flags are the link's. */
  static Reply of(Due due, Occasion occasion, AutomaticMessage message, Instant now) {
    String text = Variable.fill(message.text(), values(due, now));
    QuickReply buttons = occasion == Occasion.SURVEY ? scores(due) : message.quickReply();
    return new Reply(new TextContent(text, buttons, null, null, null), null, null);
  }

  private static Map<Variable, String> values(Due due, Instant now) {
    Map<Variable, String> values = new EnumMap<>(Variable.class);
    values.put(Variable.BRAND, due.link().brandName());
    values.put(Variable.COUNSELOR, orNothing(due.counselor()));
    values.put(Variable.OPENING, opening(due.link().rules().openingHours(), now));
    values.put(Variable.QUEUE, Long.toString(due.queue()));
    return values;
  }

  /** When the desk opens next, by its own wall clock. */
  static String opening(OpeningHours hours, Instant now) {
    DateTimeFormatter pattern =
        DateTimeFormatter.ofPattern(TEXTS.getString("opening"), Locale.KOREAN)
            .withZone(hours.timeZone());
    return hours.nextOpening(now).map(pattern::format).orElse(TEXTS.getString("opening.none"));
  }

  private static QuickReply scores(Due due) {
    MessageFormat title = new MessageFormat(TEXTS.getString("rating.score"), Locale.KOREAN);
    List<Button> buttons =
        IntStream.rangeClosed(Ratings.WORST, Ratings.BEST)
            .mapToObj(
                score ->
                    (Button)
                        new TextButton(
                            new TextButton.Data(
                                title.format(new Object[] {score}),
                                Ratings.code(due.consultationId(), score))))
            .toList();
    return new QuickReply(buttons);
  }

  private static String orNothing(@Nullable String name) {
    return name == null ? "" : name;
  }
}
