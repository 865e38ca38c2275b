package kikkake.local.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Refuses a request that asks for something that is not simulated, instead of overlooking it. */
final class Supported {
  private final List<SdkField<?>> others;

  private Supported(List<SdkField<?>> others) {
    this.others = others;
  }

  /** Knows these members of a request, and no other. */
  static Supported only(SdkPojo request, String... members) {
    Set<String> known = Set.copyOf(Arrays.asList(members));
    return new Supported(
        request.sdkFields().stream().filter(f -> !known.contains(f.memberName())).toList());
  }

  void check(SdkPojo request) {
    for (SdkField<?> field : others) {
      Object value = field.getValueOrDefault(request);
      if (value != null
          && !(value instanceof SdkAutoConstructList)
          && !(value instanceof SdkAutoConstructMap)) {
        throw new UnsupportedOperationException(field.memberName() + " is not simulated");
      }
    }
  }
}
