package io.talkgate;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * Lets the heap grow only as far as it is needed, and shrink again: after a flood of large bodies
 * the machine gets its memory back. What the command line says stands.
 */
final class Heap {
  private static final Map<String, String> RATIOS =
      Map.of("MinHeapFreeRatio", "10", "MaxHeapFreeRatio", "30");

  private Heap() {}

  /** Does nothing on a virtual machine that is not HotSpot. */
  static void keepSmall() {
    HotSpotDiagnosticMXBean hotSpot =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    if (hotSpot != null) {
      RATIOS.forEach((name, percent) -> set(hotSpot, name, percent));
    }
  }

  private static void set(HotSpotDiagnosticMXBean hotSpot, String name, String percent) {
    VMOption option = hotSpot.getVMOption(name);
    boolean isOurs = option.getOrigin() == VMOption.Origin.DEFAULT && option.isWriteable();
    if (isOurs) {
      hotSpot.setVMOption(name, percent);
    }
  }
}
