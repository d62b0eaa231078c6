package io.osusume.model.twotower;

import io.osusume.model.FoldInContract;
import io.osusume.model.PersonalContract;
import io.osusume.model.RecommenderContract;
import io.osusume.model.SimilarItemsContract;
import io.osusume.model.SimilarUsersContract;
import io.osusume.model.Trainer;
import io.osusume.model.net.LearningRateSchedule;

/// The ranking net keeps every model's promises.
class TwoTowerContractTest extends RecommenderContract
        implements FoldInContract, PersonalContract, SimilarItemsContract, SimilarUsersContract {
    @Override
    public Trainer<?> trainer() {
        return new TwoTowerTrainer(16, 20, 16, LearningRateSchedule.constant(1e-2), .2, .5, 200, 20, 5);
    }
}
