package io.talkgate.platform.sealing;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.talkgate.platform.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Reads and makes Tink key sets. */
public final class KeySets {
  private static final String FILE = "encryption-key";

  /** Which ciphers a key set may hold. */
  static final Configuration CIPHERS = AeadConfig2026.get();

  private KeySets() {}

  /**
   * A new key set (AES-256-GCM) in the form that {@code TALKGATE_ENCRYPTION_KEY} takes, in Base64
   * on one line.
   */
  public static String generate() {
    return text(newHandle());
  }

  static KeysetHandle newHandle() {
    try {
      return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, CIPHERS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink cannot make an AES-256-GCM key set", e);
    }
  }

  /** The form that {@code TALKGATE_ENCRYPTION_KEY} takes, in Base64 on one line. */
  static String text(KeysetHandle handle) {
    try {
      String json =
          TinkJsonProtoKeysetFormat.serializeKeyset(handle, CIPHERS, InsecureSecretKeyAccess.get());
      return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink cannot write a key set", e);
    }
  }

  /**
   * Makes sure that a text is a key set.
   *
   * @throws StartRefused if it is none; the text itself is not repeated
   */
  public static void check(String text) {
    SealingKey unused = SealingKey.of(parse(text));
  }

  /**
   * Reads a key set.
   *
   * @throws StartRefused if the text is no key set; the text itself is not repeated
   */
  static KeysetHandle parse(String text) {
    try {
      String json = text.strip().startsWith("{") ? text : decode(text);
      return TinkJsonProtoKeysetFormat.parseKeyset(json, CIPHERS, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new StartRefused(
          "TALKGATE_ENCRYPTION_KEY is not a Tink key set; make one with: java -jar quarkus-run.jar"
              + " new-encryption-key");
    }
  }

  /**
   * The key set kept in the data directory, made on the first call. For demo and development only.
   */
  public static String kept(Path dataDir) {
    Path file = dataDir.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        write(file, generate());
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new StartRefused(
          "the generated key set %s cannot be read or written (%s)"
              .formatted(file, e.getMessage()));
    }
  }

  private static void write(Path file, String keySet) throws IOException {
    Files.createDirectories(file.getParent());
    Path draft =
        Files.createTempFile(
            file.getParent(),
            FILE,
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, keySet);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String decode(String base64) {
    return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
  }
}
