package io.hybridanomaly.chat;

import java.util.Set;

/** The words that questions may have without naming something of their own. */
final class KnownWords {

  /** Words for what any column holds. */
  private static final Set<String> COMMON =
      QuestionWords.words(
          """
          value values point points row rows reading readings measurement measurements data
          entry entries record records item items series column columns file table number
          numbers figure figures statistics time times date dates timestamp day days hour
          hours minute minutes second seconds week weeks weekday weekdays month months
          quarter quarters year years daily hourly weekly monthly yearly
          """);

  /** What answers take into account, and their forms. */
  private static final Set<String> ASKING =
      QuestionWords.words(
          """
          average averages averaged mean means median medians sum sums summed total totals
          totalled minimum minima minimal min maximum maxima maximal max highest largest
          biggest greatest lowest smallest busiest strongest weakest quietest slowest
          calmest cheapest coldest coolest hottest warmest dearest expensive emptiest fullest
          heaviest lightest best worst peak peaks peaked least fewest high higher low lower large
          larger big bigger small smaller strong weak busy quiet bad good count counts
          counted counting often many anomaly anomalies anomalous alarm alarms alert alerts
          outlier outliers flag flags flagged abnormal unusual unusually strange strangely
          odd suspicious wrong weird irregular normal normally usual usually expected
          typical typically score scores severity sensitivity threshold share shares benford
          digit digits severe compare compared comparing comparison differ differs different
          difference versus than more less fewer most equal equals same exactly between
          above below under over exceed exceeds exceeded exceeding zero zeros zeroes nonzero
          negative positive missing gap gaps interrupt interrupted interruption
          interruptions empty hole holes stuck frozen freeze constant constantly unchanged
          still stand stands stood flat occur occurs occurred occurrence occurrences first
          last latest final earliest end beginning start begin began before after noon
          midnight outage outages dip dips shock shocks list overview summary summarize
          summarise explain describe detect detected found find marked mark missed period
          periods stretch stretches place places moment moments range ranges whole entire
          all overall set std stdev standard deviation trend top bottom long lasts lasted
          duration length longest shortest percent percentage proportion fraction busier
          quieter cheaper warmer hotter colder cooler stronger weaker greater better worse
          """);

  private static final Set<String> FUNCTION =
      QuestionWords.words(
          """
          a about above according across again against all along already also although
          always am among an and another any anybody anyhow anyone anything anywhere are
          aren around as at away back be because become becomes been being below beside
          besides both but by can cannot could couldn did didn do does doesn doing don done
          down during each either else enough etc even ever every everybody everyone
          everything everywhere exact except few for from further get gets getting give
          given gives go goes going gone got had hadn has hasn have haven having he hello
          help hence her here hers hey hi him his how however i if in indeed instead into is
          isn it its itself just keep kind kindly know known let lets like likely ll look
          looked looking looks made make makes may maybe me might mine more most mostly much
          must my myself namely near nearly need needs neither never next no nobody none nor
          not nothing now nowhere of off ok okay on once one ones only onto or other others
          otherwise our ours out own per perhaps please possible possibly put quite rather
          re really said say says see seem seemed seems seen several shall she should
          shouldn show showed shown shows since so some somebody somehow someone something
          sometime sometimes somewhere somewhat soon sort still such sure take taken tell
          thank thanks that the their theirs them themselves then there therefore these they
          thing things think this those though through throughout thus till to together told
          too toward towards try turn two under until up upon us use used using ve very via
          want wanted wants was wasn way we well went were weren what whatever when whenever
          where wherever whether which whichever while who whoever whom whose why will with
          within without would wouldn yes yet you your yours happen happened happening
          happens cause caused causes reason reasons mean means meant apply applies applied
          law question answer describe recorded measured counted reach reached reaches hit
          drop dropped drops fall fell fallen falls rise rises rose risen spike spikes
          spiked jump jumps jumped come comes came stay stayed lie lies lay stood three four
          five six seven eight nine ten second third fourth fifth
          """);

  /** Nouns for any value; the name of a column they can be as well. */
  private static final Set<String> MEASURES =
      QuestionWords.words(
          """
          level levels amount amounts quantity quantities size sizes height heights result
          results volume signal status
          """);

  /** What the answers are about, beside the values: a word before one of these describes it. */
  private static final Set<String> THINGS =
      QuestionWords.words(
          """
          anomaly anomalies alarm alarms alert alerts outlier outliers period periods stretch
          stretches place places moment moments range ranges gap gaps outage outages dip dips
          spike spikes drop drops jump jumps peak peaks score scores threshold severity
          sensitivity mean average median sum total maximum minimum one ones
          """);

  private KnownWords() {}

  /** Whether it is a noun for what answers are about, whatever the column. */
  static boolean isThing(String word) {
    return COMMON.contains(word) || THINGS.contains(word);
  }

  /**
   * Whether an answer takes a word into account, or it adds nothing to what is asked.
   *
   * @param word in lower case
   */
  static boolean have(String word) {
    return areGrammar(word) || MEASURES.contains(word);
  }

  /** Whether it can stand for the values of any column. */
  static boolean isMeasure(String word) {
    return MEASURES.contains(word);
  }

  /** Whether it belongs to the grammar of questions, and to no column unless that is so called. */
  static boolean areGrammar(String word) {
    return isCommon(word)
        || ASKING.contains(word)
        || FUNCTION.contains(word)
        || QuestionWords.isLimiting(word);
  }

  /** Whether it says what any column holds, or joins other words. */
  static boolean isCommon(String word) {
    return COMMON.contains(word) || QuestionWords.isPlain(word);
  }
}
