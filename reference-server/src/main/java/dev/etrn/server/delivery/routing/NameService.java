package dev.etrn.server.delivery.routing;

import java.net.InetAddress;
import java.util.List;

/** The DNS as delivery uses it; its methods block during a lookup. */
public interface NameService {

  /**
   * An MX record.
   *
   * @param preference the preference, the lowest first
   * @param host the host in lower case, without its final dot; empty for "no mail" (RFC 7505)
   */
  record Mx(int preference, String host) {}

  /**
   * The result of a lookup of one kind of record.
   *
   * @param <T> the type of the record
   */
  sealed interface Records<T> {

    /** Returns the records; empty unless some were found. */
    default List<T> list() {
      return List.of();
    }
  }

  /** The records found, at least one. */
  record Found<T>(@Override List<T> list) implements Records<T> {
    public Found {
      list = List.copyOf(list);
    }
  }

  /** The result for a name that exists, but has no such record. */
  record NoRecord<T>() implements Records<T> {}

  /** The result for a name that certainly does not exist. */
  record NoName<T>() implements Records<T> {}

  /** The result of a failed lookup: no answer arrived, or an inconclusive one. */
  record NotKnownNow<T>() implements Records<T> {}

  /** Returns the MX records of {@code name}. */
  Records<Mx> mx(String name);

  /** Returns the addresses of {@code host}. */
  Records<InetAddress> addresses(String host);
}
