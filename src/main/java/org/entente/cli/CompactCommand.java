package org.entente.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.entente.serve.RemoteStore;
import org.entente.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code compact}: gives back the room that replaced graphs have left. */
@Command(
    name = "compact",
    mixinStandardHelpOptions = true,
    description = "Gives back the room on the disk that replaced graphs have left.")
final class CompactCommand implements Callable<Integer> {

  @Mixin StoreOption store = new StoreOption();
  @Mixin ServerOption server = new ServerOption();

  @Override
  public Integer call() throws IOException {
    RemoteStore remote = server.remote();
    if (remote != null) {
      System.out.println(remote.compact());
      return ExitCode.OK;
    }
    try (KnowledgeStore opened = store.openExisting()) {
      long before = opened.bytes();
      opened.compact();
      System.out.println(before + " bytes before, " + opened.bytes() + " after");
    }
    return ExitCode.OK;
  }
}
