package org.entente.serve;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.eclipse.jetty.util.security.Credential;
import org.eclipse.jetty.util.security.CredentialProvider;
import org.eclipse.jetty.util.security.Password;

/**
 * A password as a salted hash in a password file: {@code PBKDF2:iterations:salt:hash}.
 *
 * <p>Jetty itself knows MD5 without salt and DES crypt, neither fit to be kept in a file; it finds
 * this form through {@code META-INF/services}. The iterations are those that OWASP's password
 * storage cheat sheet gives for PBKDF2 with HMAC-SHA-256.
 *
 * <p>Example: {@code PasswordHash.of("a long secret")}.
 */
public final class PasswordHash implements CredentialProvider {

  static final String PREFIX = "PBKDF2:";
  private static final int ITERATIONS = 600_000;
  private static final int BITS = 256;

  /** For {@link java.util.ServiceLoader}. */
  public PasswordHash() {}

  /** The line's second half for a password; another each time, since the salt is. */
  public static String of(String password) {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return PREFIX
        + ITERATIONS
        + ":"
        + base64.encodeToString(salt)
        + ":"
        + base64.encodeToString(hash(password.toCharArray(), salt, ITERATIONS));
  }

  private static byte[] hash(char[] password, byte[] salt, int iterations) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(password, salt, iterations, BITS))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("PBKDF2WithHmacSHA256 is part of every Java 17", e);
    }
  }

  @Override
  public String getPrefix() {
    return PREFIX;
  }

  @Override
  public Credential getCredential(String credential) {
    return new Hashed(credential);
  }

  /** Compares; remembers the last password that was right, since each hash takes a while. */
  private static final class Hashed extends Credential {
    private static final long serialVersionUID = 1L;
    private static final Object ONE = new Object();

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;
    private transient volatile byte[] right = new byte[0];

    Hashed(String text) {
      String[] parts = text.split(":", -1);
      if (parts.length != 4) {
        throw new IllegalArgumentException("PBKDF2:iterations:salt:hash has four parts");
      }
      iterations = Integer.parseInt(parts[1]);
      salt = Base64.getDecoder().decode(parts[2]);
      hash = Base64.getDecoder().decode(parts[3]);
    }

    @Override
    public boolean check(Object credentials) {
      if (!(credentials instanceof String) && !(credentials instanceof Password)) {
        return false;
      }
      String given = credentials.toString();
      byte[] quick = quick(given);
      if (right.length > 0 && MessageDigest.isEqual(right, quick)) {
        return true;
      }
      // One at a time: guessing must not take all processors.
      synchronized (ONE) {
        boolean same = MessageDigest.isEqual(hash, hash(given.toCharArray(), salt, iterations));
        if (same) {
          right = quick;
        }
        return same;
      }
    }

    private byte[] quick(String given) {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(salt);
        return digest.digest(given.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("SHA-256 is part of every Java", e);
      }
    }
  }
}
