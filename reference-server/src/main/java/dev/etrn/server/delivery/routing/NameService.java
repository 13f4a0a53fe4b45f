package dev.etrn.server.delivery.routing;

import java.net.InetAddress;
import java.util.List;

/** What delivery asks of the DNS; blocks as long as a look-up takes. */
public interface NameService {

  /**
   * An MX record.
   *
   * @param preference the lowest is tried first
   * @param host lower-case, without its final dot; empty for "no mail" (RFC 7505)
   */
  record Mx(int preference, String host) {}

  /**
   * What is known of one kind of record of a name.
   *
   * @param <T> the record
   */
  sealed interface Records<T> {

    /** None unless there are some. */
    default List<T> list() {
      return List.of();
    }
  }

  /** There are such records, at least one. */
  record Found<T>(@Override List<T> list) implements Records<T> {
    public Found {
      list = List.copyOf(list);
    }
  }

  /** The name exists, and has no such record. */
  record NoRecord<T>() implements Records<T> {}

  /** The name does not exist, for certain. */
  record NoName<T>() implements Records<T> {}

  /** Nothing can be said now: no answer came, or one that tells nothing. */
  record NotKnownNow<T>() implements Records<T> {}

  /** The MX records of {@code name}. */
  Records<Mx> mx(String name);

  /** The addresses of {@code host}. */
  Records<InetAddress> addresses(String host);
}
