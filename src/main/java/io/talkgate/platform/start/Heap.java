package io.talkgate.platform.start;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;

/**
 * Lets the heap grow only as far as it is needed, and shrink again: after a flood of large bodies
 * the machine gets its memory back. What the command line says stands.
 */
public final class Heap {
  private static final String LEAST_FREE = "MinHeapFreeRatio";
  private static final String MOST_FREE = "MaxHeapFreeRatio";

  private Heap() {}

  /** Does nothing on a virtual machine that is not HotSpot. */
  public static void keepSmall() {
    HotSpotDiagnosticMXBean hotSpot =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    if (hotSpot != null && isOurs(hotSpot, LEAST_FREE) && isOurs(hotSpot, MOST_FREE)) {
      // In this order: neither may be beyond the other at any moment.
      hotSpot.setVMOption(LEAST_FREE, "10");
      hotSpot.setVMOption(MOST_FREE, "30");
    }
  }

  private static boolean isOurs(HotSpotDiagnosticMXBean hotSpot, String name) {
    VMOption option = hotSpot.getVMOption(name);
    return option.getOrigin() == VMOption.Origin.DEFAULT && option.isWriteable();
  }
}
