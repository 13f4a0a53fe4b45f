package dev.etrn.server.config.pmdf;

import java.util.Locale;
import java.util.Set;

/**
 * The names of the channel keywords of PMDF and Messaging Server that have no effect here. A
 * warning says so, instead of calling them unknown.
 */
final class UnsupportedKeywords {

  private static final Set<String> WITHOUT_ARGUMENT =
      words(
          """
          733 822 acceptalladdresses acceptvalidaddresses addlineaddrs addresssrs
          addreturnpath aliaslocal aliasmagic aliaspostmaster allowswitchchannel
          authrewrite bangoverpercent bangstyle cacheeverything
          cachefailures cachesuccess cachesuccesses checkehlo chunkingclient
          chunkingserver commentinc commentmap commentomit commentstrip commenttotal
          connectalias connectcanonical convert_octet_stream copysendpost copywarnpost
          datefour datetwo dayofweek defaultmx defaultnameservers deferred defragment
          deletemessagehash dequeue_removeroute destinationsrs domainvrfy dropblank ehlo
          eightbit eightnegotiate eightstrict errsendpost errwarnpost exproute exquota
          flagtransfer forwardcheckdelete forwardchecknone forwardchecktag
          generatemessagehash grey header_733 header_822 header_uucp headerbottom
          headerinc headerkeeporder headeromit headerread headertrim holdexquota identnone
          identnonelimited identnonenumeric identnonesymbolic identtcp identtcplimited
          identtcpnumeric identtcpsymbolic ignoreencoding ignoremessageencoding
          ignoremultipartencoding improute includefinal inline inner innertrim
          interpretencoding interpretmessageencoding interpretmultipartencoding
          keepmessagehash local localvrfy logging loopcheck mailfromdnsverify
          master_debug maxperiodicnonurgent maxperiodicnormal maxperiodicurgent
          maysaslclient minperiodicnonurgent minperiodicnormal minperiodicurgent
          msexchange multiple mustsaslclient noaddlineaddrs noaddresssrs noaddreturnpath
          nobangoverpercent noblocklimit nocache nochannelfilter nochunkingclient
          nochunkingserver noconvert_octet_stream nodayofweek nodefaulthost nodeferred
          nodefragment nodestinationfilter nodestinationsrs nodns nodropblank noehlo
          noexproute noexquota nofileinto nofilter noflagtransfer nogrey noheaderread
          noheadertrim noimproute noinline noinner noinnertrim nolinelimit nologging
          noloopcheck nomailfromdnsverify nomaster_debug nomsexchange nonrandommx
          noperiodic noreceivedfor noreceivedfrom noremotehost norestricted
          noreturnaddress noreturnpersonal noreverse norules nosaslclient
          nosaslswitchchannel nosendpost noservice noslave_debug nosmtp nosourcefilter
          nosourcesrs noswitchchannel notlsswitchchannel nowarnpost nox_env_to percentonly
          percents personalinc personalmap personalomit personalstrip postheadbody
          postheadonly randommx readreceiptmail receivedfor receivedfrom
          rejectsmtplonglines relaxheadertermination remotehost reportboth reportheader
          reportnotary reportsuppress restricted reverse routelocal rules sendpost
          sensitivitycompanyconfidential sensitivitynormal sensitivitypersonal
          sensitivityprivate service serviceall sevenbit single single_sys
          slave_debug smtp_cr smtp_crlf smtp_crorlf smtp_lf sourcecommentinc
          sourcecommentmap sourcecommentomit sourcecommentstrip sourcecommenttotal
          sourcepersonalinc sourcepersonalmap sourcepersonalomit sourcepersonalstrip
          sourceroute sourcesrs strictheadertermination subaddressexact subaddressrelaxed
          subaddresswild submit suppressfinal switchchannel truncatesmtplonglines
          unrestricted useintermediate userswitchchannel uucp validatelocalmsgstore
          validatelocalname validatelocalnone validatelocalsystem viaaliasoptional
          viaaliasrequired vrfyallow vrfydefault vrfyhide warnpost wrapsmtplonglines
          x_env_to
          """);

  private static final Set<String> WITH_ARGUMENT =
      words(
          """
          addrsperfile addrsperjob after aliasdetourhost aliasoptindetourhost
          alternateblocklimit alternatechannel alternatelinelimit alternaterecipientlimit
          backoff blocklimit channelfilter charset7 charset8 charsetesc defaulthost
          deferralrejectlimit deliveryflags destinationfilter destinationnosolicit
          destinationspamfilter1optin destinationspamfilter2optin dispositionchannel
          expandchannel expandlimit fileinto filter futurerelease headerlabelalign
          headerlinelength holdlimit interfaceaddress language lastresort linelength
          linelimit maxblocks maxheaderaddrs maxheaderchars maxlines maxprocchars
          missingrecipientpolicy nameparameterlengthlimit nameservers nonurgentbackoff
          nonurgentblocklimit nonurgentnotices nonurgentqueue normalbackoff
          normalblocklimit normalnotices normalqueue notificationchannel
          parameterlengthlimit pool queue returnaddress returnenvelope
          returnpersonal saslswitchchannel sourceblocklimit sourcefilter sourcenosolicit
          sourcespamfilter1optin sourcespamfilter2optin streaming subdirs threaddepth
          tlsswitchchannel urgentbackoff urgentblocklimit urgentnotices urgentqueue user
          usereplyto useresent
          """);

  private UnsupportedKeywords() {}

  static boolean has(String word) {
    return WITHOUT_ARGUMENT.contains(word.toLowerCase(Locale.ROOT)) || takesArgument(word);
  }

  static boolean takesArgument(String word) {
    return WITH_ARGUMENT.contains(word.toLowerCase(Locale.ROOT));
  }

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }
}
