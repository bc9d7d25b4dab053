package io.talkgate.platform.sealing;

import io.talkgate.platform.StartRefused;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What the program does instead of running the service: makes a key set, or answers with the given
 * one changed. Nothing is stored; what is printed goes where secrets are kept.
 */
public final class KeyCommands {
  private static final String KEY = "talkgate.encryption-key";

  private static final Map<String, Supplier<String>> COMMANDS =
      Map.of(
          "new-encryption-key", KeySets::generate,
          "add-encryption-key", () -> KeyRotation.add(given()),
          "promote-encryption-key", () -> KeyRotation.promote(given()),
          "retire-encryption-keys", () -> KeyRotation.retire(given()));

  private KeyCommands() {}

  /**
   * Runs the command that the arguments name and prints the key set it makes.
   *
   * @return false if they name none
   * @throws StartRefused if the command does not fit the key set in TALKGATE_ENCRYPTION_KEY
   */
  public static boolean run(String... arguments) {
    Supplier<String> command = arguments.length == 1 ? COMMANDS.get(arguments[0]) : null;
    if (command == null) {
      return false;
    }
    System.out.println(command.get());
    return true;
  }

  private static String given() {
    return ConfigProvider.getConfig()
        .getOptionalValue(KEY, String.class)
        .orElseThrow(() -> new StartRefused("TALKGATE_ENCRYPTION_KEY is not set"));
  }
}
