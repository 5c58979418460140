package org.entente.serve;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;

/**
 * Stops all queries when what they hold leaves no room after a garbage collection.
 *
 * <p>TDB2 may be unusable after it ran out of memory while it read a block, so the queries go
 * first. It is a last resort: it cannot know which query is to blame.
 */
final class MemoryWatch implements AutoCloseable {

  private static final double FULL = 0.85;

  private final NotificationListener listener;

  MemoryWatch(Runnable stopQueries) {
    listener =
        (notification, unused) -> {
          if (notification
              .getType()
              .equals(MemoryNotificationInfo.MEMORY_COLLECTION_THRESHOLD_EXCEEDED)) {
            System.err.println("memory is short: all running queries are stopped");
            stopQueries.run();
          }
        };
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      long most = pool.getUsage().getMax();
      if (pool.getType() == MemoryType.HEAP
          && pool.isCollectionUsageThresholdSupported()
          && pool.isUsageThresholdSupported() // the pool of what has lived long
          && most > 0) {
        pool.setCollectionUsageThreshold((long) (most * FULL));
      }
    }
    emitter().addNotificationListener(listener, null, null);
  }

  private static NotificationEmitter emitter() {
    return (NotificationEmitter) ManagementFactory.getMemoryMXBean();
  }

  @Override
  public void close() {
    try {
      emitter().removeNotificationListener(listener);
    } catch (ListenerNotFoundException e) {
      throw new IllegalStateException("closed twice", e);
    }
  }
}
