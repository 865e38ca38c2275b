package kikkake.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What {@code template.yaml} says of the functions. */
public final class SamTemplate {
  private static final Path FILE = Path.of("template.yaml");

  /**
   * A function.
   *
   * @param handler its class
   * @param variables the names of ours that are set for it
   * @param grants what it may ask of the table
   */
  record Function(String handler, Set<String> variables, Set<TableUse> grants) {}

  private SamTemplate() {}

  /** The functions by their names. */
  static Map<String, Function> functions() {
    Map<String, Function> functions = new TreeMap<>();
    map(at(load(), "Resources"))
        .forEach((name, resource) -> {
          if ("AWS::Serverless::Function".equals(map(resource).get("Type"))) {
            functions.put(name.toString(), function(at(resource, "Properties")));
          }
        });
    return functions;
  }

  /** The names of the resources of a type. */
  static Set<String> resources(String type) {
    Set<String> names = new TreeSet<>();
    map(at(load(), "Resources"))
        .forEach((name, resource) -> {
          if (type.equals(map(resource).get("Type"))) {
            names.add(name.toString());
          }
        });
    return names;
  }

  /** What an output tells; empty where there is none of that name. */
  static Optional<String> output(String name) {
    Object output = map(at(load(), "Outputs")).get(name);
    return Optional.ofNullable(output).map(found -> at(found, "Value").toString());
  }

  /** What stands in a resource's properties, down a path of names. */
  public static Object property(String resource, String... path) {
    Object value = at(at(at(load(), "Resources"), resource), "Properties");
    for (String name : path) {
      value = at(value, name);
    }
    return value;
  }

  private static Function function(Object properties) {
    Set<String> variables = new TreeSet<>();
    for (Object name : map(at(at(properties, "Environment"), "Variables")).keySet()) {
      if (name.toString().startsWith("KIKKAKE_")) {
        variables.add(name.toString());
      }
    }
    Set<TableUse> grants = new TreeSet<>();
    for (Object policy : list(at(properties, "Policies"))) {
      for (Object statement : list(at(policy, "Statement"))) {
        grants.addAll(grants(map(statement)));
      }
    }
    return new Function(at(properties, "Handler").toString(), variables, grants);
  }

  private static List<TableUse> grants(Map<?, ?> statement) {
    List<TableUse> grants = new ArrayList<>();
    for (Object action : list(at(statement, "Action"))) {
      String[] parts = action.toString().split(":", 2);
      if (parts[0].equals("dynamodb")) {
        if (!"Allow".equals(statement.get("Effect")) || statement.containsKey("Condition")) {
          throw new IllegalArgumentException("This reader knows plain permissions only");
        }
        for (Object resource : list(at(statement, "Resource"))) {
          grants.add(new TableUse(parts[1], place(resource.toString())));
        }
      }
    }
    return grants;
  }

  private static String place(String resource) {
    return switch (resource) {
      case "Table.Arn" -> TableUse.TABLE;
      case "${Table.Arn}/index/due" -> TableUse.DUE_INDEX;
      default -> throw new IllegalArgumentException("Neither the table nor its index: " + resource);
    };
  }

  private static Map<?, ?> map(Object value) {
    return (Map<?, ?>) value;
  }

  private static Object at(Object map, String name) {
    Object value = map(map).get(name);
    if (value == null) {
      throw new IllegalArgumentException(FILE + " has no " + name + " where there must be one");
    }
    return value;
  }

  /** A list, or one value that stands for a list of one. */
  private static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of(value);
  }

  private static Object load() {
    try {
      return new Yaml(new Untagged()).load(Files.readString(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads {@code !GetAtt Table.Arn} and the like as what stands behind the tag. */
  private static final class Untagged extends SafeConstructor {
    Untagged() {
      super(new LoaderOptions());
      yamlMultiConstructors.put(
          "!",
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              return switch (node) {
                case ScalarNode scalar -> constructScalar(scalar);
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new IllegalArgumentException("Unknown YAML: " + node);
              };
            }
          });
    }
  }
}
