package io.osusume.recommend;

/// What can take a title out of the recommendations beside the list itself.
public enum FilterRule {
    NO_FACTS("the catalogue has no facts about it"),
    TYPE("its type is not among the chosen ones"),
    GENRE("it lacks a genre that was asked for"),
    WITHOUT_GENRE("it has a genre that was ruled out"),
    YEAR("its year is out of the chosen ones, or not known"),
    EPISODES("its number of episodes is out of the chosen range, or not known"),
    WATCHING_TIME("it takes longer to watch than chosen, or nobody knows how long"),
    SOURCE("what it was made from is not among the chosen ones"),
    MEMBERS("fewer people have it in their list than chosen"),
    SCORE("the community scores it lower than chosen, or not at all"),
    UNAIRED("it has not been shown yet"),
    AGE("its age class is above the chosen one");

    private final String sentence;

    FilterRule(String sentence) {
        this.sentence = sentence;
    }

    /// Why a title is out, as the end of a sentence.
    public String sentence() {
        return sentence;
    }
}
