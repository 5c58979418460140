package org.entente.knowledge;

import org.entente.text.EntityType;

/**
 * An entity as statements and links name it.
 *
 * @param slug its identifier: lower case, digits and hyphens, such as {@code hayat-tahrir-al-sham}
 * @param type its one type
 * @param label its preferred English name
 */
public record EntityRef(String slug, EntityType type, String label)
    implements Comparable<EntityRef> {

  /**
   * Checks the slug.
   *
   * @throws IllegalArgumentException if it is not a slug
   */
  public EntityRef {
    if (!Slugs.isSlug(slug)) {
      throw new IllegalArgumentException("not a slug: \"" + slug + "\"");
    }
  }

  /** By slug. */
  @Override
  public int compareTo(EntityRef other) {
    return slug.compareTo(other.slug);
  }
}
