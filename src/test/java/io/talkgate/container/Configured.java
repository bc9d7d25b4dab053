package io.talkgate.container;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappingInterface.Property;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the service can be told, and what it takes where it is told nothing. */
final class Configured {
  private static final Path FILE = Path.of("src/main/resources/application.properties");
  private static final Path CLASSES = Path.of("target", "classes");

  private Configured() {}

  /**
   * Every environment variable that means something: of mappings, and of keys of the file. Mappings
   * have names that end with Config.
   */
  static Set<String> variables() {
    Set<String> names = new TreeSet<>();
    mappings()
        .flatMap(mapping -> mapping.keySet().stream())
        .map(Configured::variable)
        .forEach(names::add);
    file().stringPropertyNames().forEach(key -> names.add(variable(key)));
    // Read before the service runs (Requirements), or by Quarkus itself.
    names.add("QUARKUS_PROFILE");
    for (String place : new String[] {"REACTIVE_URL", "JDBC_URL", "USERNAME", "PASSWORD"}) {
      names.add("QUARKUS_DATASOURCE_" + place);
    }
    return names;
  }

  /** A duration, of the file or by its mapping, as production has it. */
  static Duration duration(String key) {
    String byMapping =
        mappings()
            .flatMap(known -> known.entrySet().stream())
            .filter(known -> known.getKey().equals(key))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
    return Duration.parse("PT" + file().getProperty(key, byMapping).toUpperCase(Locale.ROOT));
  }

  /** The properties of each mapping, with their defaults. */
  private static Stream<Map<String, String>> mappings() {
    return mappingTypes().stream()
        .map(ConfigClass::configClass)
        .map(ConfigMappings::getProperties)
        .map(Configured::defaults);
  }

  private static List<Class<?>> mappingTypes() {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      List<Class<?>> types = new ArrayList<>();
      for (Path file : files.filter(path -> path.toString().endsWith("Config.class")).toList()) {
        String name = CLASSES.relativize(file).toString().replace(File.separatorChar, '.');
        Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
        if (type.isAnnotationPresent(ConfigMapping.class)) {
          types.add(type);
        }
      }
      return types;
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> defaults(Map<String, Property> properties) {
    Map<String, String> defaults = new TreeMap<>();
    properties.forEach(
        (key, property) ->
            defaults.put(key, property.hasDefaultValue() ? property.getDefaultValue() : ""));
    return defaults;
  }

  private static String variable(String key) {
    String name = key.replaceFirst("^%[a-z]+\\.", "");
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  private static Properties file() {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(FILE)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
