package io.talkgate.platform.sealing;

import java.util.UUID;

/**
 * A column of sealed values, in a table whose key is {@code (brand_id, id)}. Each room tells its
 * own as beans, so that they are resealed when the key changes.
 */
public record SealedColumn(String table, String name) {

  /** What the column's value in a row belongs to. */
  public Owner owner(UUID brandId, UUID rowId) {
    return new Owner(brandId, rowId, table + "." + name);
  }
}
