package dev.etrn.server.fault.mutant;

import dev.etrn.server.fault.Fault;
import dev.etrn.server.fault.config.ConfigFault;
import dev.etrn.server.fault.delivery.ContentFault;
import dev.etrn.server.fault.delivery.DeliveryFault;
import dev.etrn.server.fault.delivery.QueueFault;
import dev.etrn.server.fault.etrn.AnswerFault;
import dev.etrn.server.fault.etrn.ArgumentFault;
import dev.etrn.server.fault.etrn.PermissionFault;
import dev.etrn.server.fault.etrn.RefusalFault;
import dev.etrn.server.fault.etrn.RunFault;
import dev.etrn.server.fault.session.AuthFault;
import dev.etrn.server.fault.session.ConversationFault;
import dev.etrn.server.fault.session.CountFault;
import dev.etrn.server.fault.session.GroupFault;
import dev.etrn.server.fault.session.LineFault;
import dev.etrn.server.fault.session.OctetFault;
import dev.etrn.server.fault.session.ReplyFault;
import dev.etrn.server.fault.session.SessionFault;
import dev.etrn.server.fault.session.TlsFault;
import dev.etrn.server.fault.session.TransactionFault;
import java.util.List;
import java.util.stream.Stream;

/** The list of all faults. */
public final class ServerFaults {

  private ServerFaults() {}

  /** Returns all faults, in the order of their places in the server. */
  public static List<Fault> all() {
    return Stream.<Fault[]>of(
            LineFault.values(),
            GroupFault.values(),
            SessionFault.values(),
            ConversationFault.values(),
            CountFault.values(),
            TransactionFault.values(),
            TlsFault.values(),
            AuthFault.values(),
            ReplyFault.values(),
            OctetFault.values(),
            ArgumentFault.values(),
            AnswerFault.values(),
            RefusalFault.values(),
            PermissionFault.values(),
            ConfigFault.values(),
            RunFault.values(),
            DeliveryFault.values(),
            ContentFault.values(),
            QueueFault.values())
        .flatMap(Stream::of)
        .toList();
  }
}
