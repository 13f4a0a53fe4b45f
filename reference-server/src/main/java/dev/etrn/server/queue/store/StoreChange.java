package dev.etrn.server.queue.store;

import java.sql.Connection;
import java.sql.SQLException;

/** A change of the store, written in a transaction. */
@FunctionalInterface
interface StoreChange {
  void write(Connection connection) throws SQLException;
}
