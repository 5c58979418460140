package org.entente.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllowedServicesTest {

  @Test
  void knowsPrivateAddressesInAllTheirForms() throws Exception {
    for (String address :
        List.of(
            "127.0.0.1",
            "127.9.9.9",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "255.255.255.255",
            "224.0.0.1",
            "::1",
            "::",
            "fe80::1",
            "fd12::1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "2002:7f00:1::")) {
      assertTrue(AllowedServices.isPrivate(InetAddress.getByName(address)), address);
    }
    for (String address : List.of("8.8.8.8", "172.32.0.1", "2a00::1", "100.128.0.1")) {
      assertFalse(AllowedServices.isPrivate(InetAddress.getByName(address)), address);
    }
  }

  @Test
  void refusesWhatIsNoWebAddress() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new AllowedServices(List.of("file:/etc/passwd"), false, Duration.ofSeconds(1)));
    assertTrue(e.getMessage().contains("file:/etc/passwd: is no http or https address"));
  }
}
